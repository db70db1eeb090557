import { type Ending, type EndingClass, factsOf } from '../core/ending.ts';
import type { Resources } from '../core/flow.ts';
import type { Outgoing } from './outgoing.ts';

/** What is known beside the end itself. */
export type Circumstances = {
  readonly resources?: Resources;
  /** A process of this machine, of which AWS knows nothing. */
  readonly isLocal?: boolean;
  /** The report names the error and where it is: nobody has to look for it. */
  readonly isErrorNamed?: boolean;
  /** It was read, and there is nothing in it. */
  readonly isLogEmpty?: boolean;
};

type Code = (text: string) => string;
type Advice = {
  readonly classes: readonly EndingClass[];
  readonly says: RegExp;
  readonly do: (match: RegExpExecArray, code: Code, endingClass: EndingClass) => string;
};

const denied =
  /(?:User: (\S+) is )?not authorized to perform: ([a-z0-9-]+:[A-Za-z*]+)(?: on resource: ([^\s,]*[^\s,.]))?/;

/** By what the text says. From the top; the first that fits is given instead of the advice of the class. */
const advices: readonly Advice[] = [
  {
    classes: [
      'secrets',
      'secrets-timeout',
      'logging',
      'image-missing',
      'image-pull',
      'runtime',
      'volume',
      'refused',
    ],
    says: denied,
    do: ([, user = '', permission = '', resource], code, endingClass) =>
      `Grant ${code(permission)}${resource === undefined ? '' : ` on ${code(resource)}`} to ${roleOf(user, permission, endingClass)}${nameOf(user, code)}.`,
  },
  {
    classes: ['secrets'],
    says: /Access to KMS is not allowed/i,
    do: (_, code) =>
      `Grant ${code('kms:Decrypt')} on the key of the secret to the execution role, and let the policy of the key admit it.`,
  },
  {
    classes: ['secrets'],
    says: /did not (?:contain|find) json key ([\w.-]*[\w-])/i,
    do: ([, key = ''], code) =>
      `Add the key ${code(key)} to the secret, or name another one in \`secrets\` of \`flow.yml\` and deploy; then retry the run.`,
  },
  {
    classes: ['secrets'],
    says: /invalid character|unexpected end of JSON input/i,
    do: () =>
      'The value of the secret is no JSON: store a JSON object in it, or leave the key out of `secrets` in `flow.yml` and deploy.',
  },
  {
    classes: ['secrets'],
    says: /can't find the specified secret value for staging label/i,
    do: () => 'The secret has no value yet: store one, then retry the run.',
  },
  {
    classes: ['secrets'],
    says: /marked for deletion/i,
    do: () => 'Restore the secret, or name another one in `secrets` of `flow.yml` and deploy.',
  },
  {
    classes: ['secrets'],
    says: /invalid ssm parameters: ([\w./-]*[\w/-])/i,
    do: ([, name = ''], code) =>
      `Create the parameter ${code(name)} in this region, or correct \`secrets\` in \`flow.yml\` and deploy.`,
  },
  {
    classes: ['image-missing'],
    says: /descriptor matching platform '?([\w/]+)|no match for platform|no matching manifest for/i,
    do: ([, platform], code) =>
      `Build the image for ${platform === undefined ? 'the architecture of the flow' : code(platform)}, or set \`resources.architecture\` to the one that it is built for, then deploy.`,
  },
  {
    classes: ['image-missing'],
    says: /no space left on device/i,
    do: () => 'Raise `resources.storage`, or make the image smaller, then deploy.',
  },
  {
    classes: ['image-missing'],
    says: /no processor for media-type|unsupported media type/i,
    do: () => 'Build the image without attestations (`docker buildx build --provenance=false`), then deploy.',
  },
  {
    classes: ['image-missing'],
    says: /\b40[13]\b|no basic auth credentials|pull access denied|authorization failed/i,
    do: () =>
      'Check that the image exists, and let the execution role pull it: `ecr:GetAuthorizationToken`, `ecr:BatchGetImage` and `ecr:GetDownloadUrlForLayer`, and for another account the policy of the repository.',
  },
  {
    classes: ['image-pull'],
    says: /toomanyrequests|too many requests|pull rate limit/i,
    do: () => 'Retry the run later; if it repeats, copy the image to a registry of your own, such as ECR.',
  },
  {
    classes: ['logging'],
    says: /log group does not exist/i,
    do: () => 'Create the log group that `aws.log-group` names, then retry the run.',
  },
  {
    classes: ['refused'],
    says: /unable to assume (?:the )?role(?: '(arn:[\w:/+=,.@-]+)')?/i,
    do: ([, role], code) =>
      `Let the trust policy of ${role === undefined ? 'the role' : code(role)} admit \`ecs-tasks.amazonaws.com\`, then retry the run.`,
  },
  {
    classes: ['refused'],
    says: /E_TASKDEF_INACTIVE/,
    do: () => 'Deploy again: that registers what was deregistered; then retry the run.',
  },
  {
    classes: ['start-failed'],
    says: /service linked role/i,
    do: () =>
      'A new account gets the role within minutes: retry the run then. If it repeats: `aws iam create-service-linked-role --aws-service-name ecs.amazonaws.com`.',
  },
  {
    classes: ['cannot-start'],
    says: /exec format error/i,
    do: () =>
      'The program is built for another architecture: build the image for that of `resources.architecture`, then deploy.',
  },
];

/** Secrets, images and logs are fetched and written with the execution role, files of EFS are the program's own. */
function roleOf(user: string, permission: string, endingClass: EndingClass): string {
  if (permission.startsWith('elasticfilesystem:')) return 'the task role';
  if (endingClass !== 'refused') return 'the execution role';
  return /:assumed-role\//.test(user) ? 'the role' : 'whoever asked';
}

/** The session of a role is named after what uses it. */
function nameOf(user: string, code: Code): string {
  const name = /:assumed-role\/([\w+=,.@-]+)/.exec(user)?.[1];
  return name === undefined ? '' : ` ${code(name)}`;
}

/** What a person can do, as Markdown; undefined: nothing has to be done. */
export function adviceOn(
  ending: Ending,
  circumstances: Circumstances,
  outgoing: Outgoing,
): string | undefined {
  const code = (text: string) => outgoing.code(text, 500);
  const detail = ending.detail ?? '';
  for (const advice of advices) {
    const match = advice.classes.includes(ending.class) ? advice.says.exec(detail) : null;
    if (match !== null) return advice.do(match, code, ending.class);
  }
  if (circumstances.isLocal === true && localAdvice[ending.class] !== undefined)
    return localAdvice[ending.class];
  return ending.class === 'exit-code' ? onExit(ending, circumstances) : factsOf(ending.class).advice;
}

const localAdvice: { readonly [name in EndingClass]?: string } = {
  host: 'Nothing in the flow is to blame: start it again, and let the machine stay awake.',
  'start-failed': 'Start it again; if it repeats, look at what the message says of this machine.',
  'stopped-outside': 'Find out what stopped the process, and retry the run if it should go on.',
  'cannot-start': 'Check `command`, and that the program is installed on this machine.',
};

/** Signals and shells have numbers of their own (POSIX: 128 + signal; 126 and 127 of the shell). */
function onExit(
  { exitCode = 1 }: Ending,
  { resources, isErrorNamed, isLogEmpty }: Circumstances,
): string | undefined {
  if (isErrorNamed === true) return undefined;
  const look = isLogEmpty === true ? 'It printed nothing that says why.' : 'Read the end of the log.';
  const memory = resources === undefined ? '' : ` (${resources.memoryMiB} MiB)`;
  const architecture = resources === undefined ? 'that of the flow' : `\`${resources.architecture}\``;
  switch (exitCode) {
    case 124:
      return `124 is what \`timeout\` ends with, and \`timeout.run\` was not over: a limit within the program was. ${look}`;
    case 126:
    case 127:
      return `A command that the program called is not there, or may not be executed. ${look}`;
    case 134:
      return `The program gave itself up (SIGABRT): a failed assertion, or no memory${memory} for its heap. ${look}`;
    case 137:
      return `It was killed (SIGKILL), and nobody says by whom: most likely it used more memory than the flow has${memory}; raise \`resources.memory\` if its memory was full. Otherwise something in it sent the signal. ${look}`;
    case 139:
      return `It crashed in native code (SIGSEGV): look for a library that was built for other versions, or another architecture than ${architecture}. ${look}`;
    case 143:
      return `It was told to stop (SIGTERM), and Headgate did not: something in the container did. ${look}`;
    case 255:
      return `A program ends so that gives no code, and an image that is not built for ${architecture}: then the log says \`exec format error\`. ${look}`;
    default:
      return look;
  }
}
