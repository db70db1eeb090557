"""Moto's server with the five CloudFormation types that the templates need and it lacks, on moto's own backends.

python scripts/moto-server.py PORT
"""

import sys

from moto.cloudformation.models import ChangeSet, CloudFormationBackend, Event
from moto.core.common_models import CloudFormationModel
from moto.ec2.models.route_tables import Route, RouteTable
from moto.ec2.models.vpcs import VPCEndPoint
from moto.events.models import events_backends
from moto.iam.models import iam_backends
from moto.scheduler.models import scheduler_backends


class Named:
    """What these types have in common: they are named in the template, never change, and have an ARN."""

    @staticmethod
    def cloudformation_name_type():
        return "Name"

    @classmethod
    def create_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name, **_):
        resource = cls()
        resource.made = cls.make(cloudformation_json["Properties"], account_id, region_name)
        return resource

    @classmethod
    def update_from_cloudformation_json(cls, original_resource, *_, **__):
        return original_resource

    @property
    def physical_resource_id(self):
        return self.made.name

    @classmethod
    def has_cfn_attr(cls, attr):
        return attr == "Arn"

    def get_cfn_attribute(self, attribute_name):
        return self.made.arn


# Moto finds the direct subclasses of its model, and reads the service off the name of their module.
class Connection(Named, CloudFormationModel):
    __module__ = "moto.events.models"

    @staticmethod
    def cloudformation_type():
        return "AWS::Events::Connection"

    @staticmethod
    def make(own, account_id, region_name):
        return events_backends[account_id][region_name].create_connection(
            own["Name"], own["Description"], own["AuthorizationType"], own["AuthParameters"]
        )

    @classmethod
    def delete_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name):
        events_backends[account_id][region_name].delete_connection(resource_name)


class ApiDestination(Named, CloudFormationModel):
    __module__ = "moto.events.models"

    @staticmethod
    def cloudformation_type():
        return "AWS::Events::ApiDestination"

    @staticmethod
    def make(own, account_id, region_name):
        backend = events_backends[account_id][region_name]
        backend.create_api_destination(
            own["Name"],
            own["Description"],
            own["ConnectionArn"],
            own["InvocationEndpoint"],
            own["InvocationRateLimitPerSecond"],
            own["HttpMethod"],
        )
        return backend.destinations[own["Name"]]

    @classmethod
    def delete_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name):
        events_backends[account_id][region_name].delete_api_destination(resource_name)


class OidcProvider(Named, CloudFormationModel):
    __module__ = "moto.iam.models"

    @staticmethod
    def cloudformation_type():
        return "AWS::IAM::OIDCProvider"

    @staticmethod
    def make(own, account_id, region_name):
        return iam_backends[account_id]["aws"].create_open_id_connect_provider(own["Url"], [], own["ClientIdList"], [])

    @property
    def physical_resource_id(self):
        return self.made.arn

    @classmethod
    def delete_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name):
        iam_backends[account_id]["aws"].delete_open_id_connect_provider(resource_name)


class ScheduleGroup(Named, CloudFormationModel):
    __module__ = "moto.scheduler.models"

    @staticmethod
    def cloudformation_type():
        return "AWS::Scheduler::ScheduleGroup"

    @staticmethod
    def make(own, account_id, region_name):
        return scheduler_backends[account_id][region_name].create_schedule_group(own["Name"], [])

    @classmethod
    def delete_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name):
        scheduler_backends[account_id][region_name].delete_schedule_group(resource_name)


class Schedule(Named, CloudFormationModel):
    __module__ = "moto.scheduler.models"

    @staticmethod
    def cloudformation_type():
        return "AWS::Scheduler::Schedule"

    @staticmethod
    def make(own, account_id, region_name):
        return scheduler_backends[account_id][region_name].create_schedule(
            description=own["Description"],
            end_date=None,
            flexible_time_window=own["FlexibleTimeWindow"],
            group_name=own["GroupName"],
            kms_key_arn=None,
            name=own["Name"],
            schedule_expression=own["ScheduleExpression"],
            schedule_expression_timezone=own["ScheduleExpressionTimezone"],
            start_date=None,
            state=own["State"],
            target=own["Target"],
            action_after_completion=None,
        )

    @classmethod
    def delete_from_cloudformation_json(cls, resource_name, cloudformation_json, account_id, region_name):
        """Its group, which it depends on, takes it along."""


# Moto creates these from a template, and leaves them behind when the stack goes. Routes go with their table.
Route.delete = lambda self, *_: None
RouteTable.delete = lambda self, *_: self.ec2_backend.delete_route_table(self.id)
VPCEndPoint.delete = lambda self, *_: self.ec2_backend.vpc_end_points.pop(self.id)


apply_change_set = ChangeSet.apply


def apply_with_outputs(self):
    """Moto works a change set's outputs out before it has carried it out."""
    apply_change_set(self)
    self.stack.template, self.stack.parameters = self.template, self.parameters
    self.stack._parse_template()
    self.stack.output_map = self.stack._create_output_map()


def apply_or_take_back(self):
    """CloudFormation takes a new stack back that fails half-way, and keeps it for its name and its events."""
    try:
        apply_with_outputs(self)
    except Exception as error:
        if self.change_set_type != "CREATE":
            raise
        resources = self.stack.resource_map
        resources._resource_json_map = self.template_dict["Resources"]
        resources.delete()
        reason = getattr(error, "message", str(error))
        self.stack.events.append(
            Event(self.stack_id, self.stack_name, "Something", "", "", "CREATE_FAILED", reason, None)
        )
        self.stack.is_taken_back = True


execute_change_set = CloudFormationBackend.execute_change_set


def execute_and_say_how_it_ended(self, change_set_name, stack_name=None):
    execute_change_set(self, change_set_name, stack_name)
    stack = self.change_sets[change_set_name].stack
    if getattr(stack, "is_taken_back", False):
        stack.status = "ROLLBACK_COMPLETE"


ChangeSet.apply = apply_or_take_back
CloudFormationBackend.execute_change_set = execute_and_say_how_it_ended


if __name__ == "__main__":
    from moto.server import main

    main(["-H", "127.0.0.1", "-p", sys.argv[1]])
