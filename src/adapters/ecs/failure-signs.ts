/** Signs of one thing: one of these names, words at the edge of a clause, or statuses is enough. All in lower case. */
export type Sign = {
  readonly names?: readonly string[];
  readonly says?: readonly string[];
  /** Statuses with which a server says no for good. */
  readonly statuses?: readonly number[];
};

/** ECS's agents, old and new, pull an image in steps that have errors of their own. */
export const pull: Sign = {
  names: [
    'cannotpullcontainererror',
    'cannotpullimagemanifesterror',
    'cannotpullcontainerautherror',
    'cannotpullecrcontainererror',
  ],
};

/** What a registry, or the runtime that read the image, says of the image itself. */
export const imageVerdicts: Sign = {
  // Not 400: SDKs have it beside a throttle too.
  statuses: [401, 403, 404, 410],
  says: [
    'not found',
    'manifest unknown',
    'name unknown',
    'does not exist',
    'repository does not exist or may require authorization',
    'pull access denied',
    'pull access denied for',
    'access denied',
    'denied',
    'insufficient_scope',
    'authorization failed',
    'unauthorized',
    'no basic auth credentials',
    'invalid reference format',
    'check that the role has the permissions to pull images from the registry',
    'check whether the image exists',
    'is not authorized to perform',
    'image manifest does not contain descriptor matching platform',
    'no match for platform in manifest',
    'no matching manifest for',
    'no space left on device',
    'no processor for media-type',
    'unsupported media type',
    'mediatype in manifest should be',
  ],
};

/** Secrets, parameters and the login at a registry are fetched with the execution role, before anything starts. */
export const secrets: Sign = {
  says: [
    'unable to pull secrets or registry auth',
    'execution resource retrieval failed',
    'unable to retrieve secret from asm',
    'unable to retrieve secrets from ssm',
    'unable to retrieve ecr registry auth',
    'failed to fetch secret',
    'invalid ssm parameters',
    'the task cannot pull secrets from aws systems manager',
    'the task cannot pull registry auth from amazon ecr',
  ],
};

export const secretVerdicts: Sign = {
  names: [
    'accessdeniedexception',
    'resourcenotfoundexception',
    'parameternotfound',
    'decryptionfailure',
    'invalidrequestexception',
    'validationexception',
    'invalidkeyid',
    'unrecognizedclientexception',
  ],
  says: [
    'is not authorized to perform',
    'invalid ssm parameters',
    'invalid parameters',
    'access to kms is not allowed',
    "secrets manager can't find the specified secret",
    'retrieved secret from secrets manager did not contain json key',
    'did not contain json key',
    'did not find json key',
    'invalid character',
    'unexpected end of json input',
  ],
};

export const logDriver: Sign = {
  says: [
    'failed to validate logger args',
    'failed to initialize logging driver',
    'failed to create cloudwatch log stream',
    'failed to create cloudwatch log group',
  ],
};

/** What CloudWatch Logs, or the driver itself, says is wrong. */
export const logVerdicts: Sign = {
  names: ['accessdeniedexception', 'resourcenotfoundexception', 'requestnotfoundexception'],
  says: [
    'is not authorized to perform',
    'not authorized to perform',
    'the specified log group does not exist',
    'unable to get awslogs driver arguments',
  ],
};

export const volumes: Sign = {
  names: ['cannotcreatevolumeerror', 'cannotinspectvolumeerror'],
  says: [
    'failed to invoke efs utils commands to set up efs volumes',
    'failed to invoke efs utils commands',
    'unsuccessful efs utils command execution',
    'mount.nfs4',
    'mount.nfs',
    'error while mounting volume',
  ],
};

/** EC2 makes the network interface of a task; ECS says with which error it could not. */
export const networkInterface: Sign = {
  says: [
    'unexpected ec2 error while attempting to create network interface',
    'unexpected ec2 error while attempting to tag the network interface',
    'unexpected ec2 error while attempting to attach network interface to instance',
    'unexpected ec2 error while attempting to delete network interface',
    'timeout waiting for network interface provisioning to complete',
    'timeout waiting for ephemeralstorage provisioning to complete',
    'network interface provision',
    'network interface provision complete error timeout',
    'rate limit exceeded while preparing network interface to be attached to instance',
    'rate limit exceeded while preparing network interface',
    'unable to attach network interface to unused device index',
    'failed to configure eni',
    'failed to setup regular eni',
    'error retrieving subnet information for',
    'error retrieving security group information for',
    'error retrieving security group information',
  ],
};

/** Codes of EC2 that are the same the next time. */
export const networkVerdicts: Sign = {
  says: [
    'invalidsubnetid.notfound',
    'invalidsubnet',
    'invalidgroup.notfound',
    'invalidsecuritygroupid.notfound',
    'invalidparametervalue',
    'tagpolicyviolation',
    'unauthorizedoperation',
    'is not authorized to perform',
    'does not exist',
  ],
};

/** Codes of EC2 that are another one the next time: IAM and EC2 are eventually consistent (dagster-io/dagster). */
export const networkDelays: Sign = {
  names: ['internalerror'],
  says: ['authfailure', 'requestlimitexceeded', 'unavailable', 'serviceunavailable', 'internalfailure'],
};

export const noAddress: Sign = {
  says: [
    'insufficientfreeaddressesinsubnet',
    'insufficient free addresses',
    'insufficient free addresses in subnet',
    'does not have enough free addresses',
    'does not have enough free addresses to satisfy the request',
    'not have enough free addresses',
  ],
};

/** The program is not there, or not one that this machine can execute. */
export const programVerdicts: Sign = {
  says: [
    'executable file not found in $path',
    'exec format error',
    'no such file or directory',
    'permission denied',
    'is a directory',
    'not a directory',
    'no matching entries in passwd file',
    'no matching entries in group file',
    'unable to find user',
    'no command specified',
  ],
};

/** Errors of the container runtime and of the agents around it. */
export const runtime: Sign = {
  names: [
    'cannotstartcontainererror',
    'cannotcreatecontainererror',
    'cannotinspectcontainererror',
    'cannotstopcontainererror',
    'containerruntimeerror',
    'containerruntimetimeouterror',
    'dockertimeouterror',
    'dockerstateerror',
    'internalerror',
  ],
  says: [
    'failed to create new container runtime task',
    'failed to create shim task',
    'failed to create shim',
    'oci runtime create failed',
  ],
};
