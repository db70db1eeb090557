import type { FlowName } from '../core/flow.ts';
import { isChange, type Plan, type PlannedFlow } from '../core/plan.ts';
import { type FieldChange, fieldChanges } from '../core/task-fields.ts';
import type { Outgoing } from './outgoing.ts';
import { table } from './text.ts';

const mostRows = 300;
const isHashed = (field: string): boolean => /^(?:environment|secrets)(?:\.|$)/.test(field);

/** A field of a task definition that differs. Values that may be private are not told: `set`, or absent. */
export type ShownChange = FieldChange & { readonly isHidden: boolean };

/** How the task definition of a flow would differ; `isKnown` is false if what is deployed was not kept by field. */
export type TaskChanges = {
  readonly flow: FlowName;
  readonly isKnown: boolean;
  readonly changes: readonly ShownChange[];
};

/** Of the flows that change and stay. */
export function taskChanges({ flows }: Plan): readonly TaskChanges[] {
  return flows
    .filter((planned) => isChange(planned) && planned.action !== 'removed')
    .map((planned) => ({
      flow: planned.flow,
      isKnown: !isUnknown(planned),
      changes: changesOf(planned).map(hidden),
    }))
    .filter(({ isKnown, changes }) => !isKnown || changes.length > 0);
}

function isUnknown({ deployed, parts }: PlannedFlow): boolean {
  return deployed !== undefined && deployed.taskFields === undefined && parts.includes('manifest');
}

function changesOf({ deployed, desired, image }: PlannedFlow): readonly FieldChange[] {
  if (desired?.fields === undefined || deployed?.taskFields === undefined) return [];
  const before = deployed.version.image;
  const isImageNew = image.kind === 'needed' || (image.kind === 'kept' && image.image !== before);
  const after = image.kind === 'kept' ? image.image : 'not built yet';
  const imageChange: FieldChange = { field: 'image', ...(before === undefined ? {} : { before }), after };
  return [...(isImageNew ? [imageChange] : []), ...fieldChanges(deployed.taskFields, desired.fields)];
}

/** A value that is kept as a hash is not told. */
function hidden(change: FieldChange): ShownChange {
  if (!isHashed(change.field)) return { ...change, isHidden: false };
  return {
    field: change.field,
    ...(change.before === undefined ? {} : { before: 'set' }),
    ...(change.after === undefined ? {} : { after: 'set' }),
    isHidden: true,
  };
}

/** Whether both sides have a value that is not told: another one. */
export function isOther({ isHidden, before, after }: ShownChange): boolean {
  return isHidden && before !== undefined && after !== undefined;
}

export function fieldSection(tasks: readonly TaskChanges[], outgoing: Outgoing): string {
  const value = (change: ShownChange, text: string | undefined): string => {
    if (text === undefined) return 'none';
    return change.isHidden ? text : outgoing.code(text, 300);
  };
  const rows = tasks.flatMap(({ flow, changes }) =>
    changes.map((change) => [
      outgoing.code(flow),
      outgoing.code(change.field, 200),
      value(change, change.before),
      isOther(change) ? 'another value' : value(change, change.after),
    ]),
  );
  const unknown = tasks.filter(({ isKnown }) => !isKnown).map(({ flow }) => outgoing.code(flow));
  const body = [
    rows.length === 0 ? '' : table(['Flow', 'Field', 'Deployed', 'After the merge'], rows.slice(0, mostRows)),
    rows.length > mostRows ? `… and ${rows.length - mostRows} more.` : '',
    unknown.length === 0 ? '' : `What was deployed of ${unknown.join(', ')} was not kept field by field.`,
  ].filter((part) => part !== '');
  return body.length === 0 ? '' : `### Task definitions\n\n${body.join('\n\n')}`;
}
