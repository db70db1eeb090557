import { Command, Option } from 'commander';
import { InputError } from '../../core/problem.ts';
import type { Output } from './output.ts';

/** Options that every verb takes. */
export type SharedOptions = {
  readonly json?: true;
  readonly config?: string;
  readonly cwd?: string;
  readonly local?: true;
};

export type Verb =
  | 'new'
  | 'validate'
  | 'list'
  | 'plan'
  | 'deploy'
  | 'build'
  | 'types'
  | 'tick'
  | 'up'
  | 'site'
  | 'run'
  | 'status'
  | 'logs'
  | 'cancel'
  | 'retry'
  | 'resolve'
  | 'pause'
  | 'resume'
  | 'backfill'
  | 'schedule'
  | 'doctor'
  | 'init'
  | 'setup'
  | 'teardown'
  | 'start';

export type Asked = {
  readonly verb: Verb;
  readonly argument: string | undefined;
  readonly options: SharedOptions & { readonly [name: string]: unknown };
};

/** The command line: what may be written, and its help. What was asked is handed to `perform`. */
export function programOf(
  version: string,
  output: Output,
  perform: (asked: Asked) => Promise<void>,
): Command {
  const program = new Command('headgate')
    .description('Runs data pipelines with nothing but GitHub Actions and Amazon ECS; here, on this machine.')
    .version(version)
    .exitOverride()
    .showSuggestionAfterError()
    // What is wrong is said by the caller, in the words and with the codes of all other mistakes.
    .configureOutput({ writeOut: output.result, writeErr: output.message, outputError: () => undefined })
    .configureHelp({ showGlobalOptions: true });
  for (const row of verbs) program.addCommand(commandOf(row, perform).copyInheritedSettings(program));
  return program;
}

export function isVerb(word: string): boolean {
  return verbs.some(({ verb }) => verb === word);
}

type Row = {
  readonly verb: Verb;
  readonly says: string;
  readonly argument?: readonly [string, string];
  readonly options?: readonly (readonly [string, string])[];
};

const watch = ['--watch <duration>', 'go on until nothing is open, at most this long, such as 10m'] as const;
const dryRun = ['--dry-run', 'decide and show, but write nothing'] as const;

const record = [
  '--record <file>',
  "the record of a build of the project's image, to compare bundles",
] as const;

const region = ['--region <region>', 'region of AWS, if headgate.yml and AWS_REGION do not say'] as const;

const yes = ['--yes', 'carry out what is shown'] as const;
const approved = ['--approved <digest>', 'but only if it is still what was shown under this digest'] as const;

const verbs: readonly Row[] = [
  { verb: 'start', says: 'deploy the flows, run each once, and show the results', options: [watch] },
  {
    verb: 'init',
    says: 'make this repository one of flows: configuration, image, workflows, a first flow',
    options: [
      [
        '--action <owner/name@commit>',
        'the action that the workflows use, if package-lock.json does not say',
      ],
      ['--language <language>', 'of the first flow: typescript or python; typescript if left out'],
    ],
  },
  {
    verb: 'new',
    says: 'write a flow that runs as it is: manifest, code, a test and a README',
    argument: ['<flow>', 'its name: a-z, 0-9 and single dashes'],
    options: [['--language <language>', 'typescript or python; typescript if left out']],
  },
  { verb: 'validate', says: 'check every flow.yml and what the flows import' },
  { verb: 'list', says: 'list the flows, and what is deployed of each' },
  { verb: 'plan', says: 'show what a deploy would change, and why', options: [record] },
  {
    verb: 'deploy',
    says: 'register what changed',
    options: [
      ['--image <reference>', 'digest-pinned image, or a JSON object of them by name'],
      record,
      ['--allow-mass-delete', 'remove even more than a third of the flows'],
      ['--force [flow]', 'register one flow again, or all, although nothing changed'],
      dryRun,
    ],
  },
  {
    verb: 'build',
    says: 'bundle flows into files that hold only what they import',
    argument: ['[flow]', 'one flow; all of the project image if left out'],
    options: [
      ['--out <directory>', 'where to write, .headgate/out if left out'],
      ['--record <file>', 'write down what the bundles are made of, for `deploy` to compare'],
    ],
  },
  {
    verb: 'types',
    says: 'write the parameters that flow.yml declares as TypeScript types',
    argument: ['[flow]', 'one flow; all that have such types if left out'],
    options: [['--check', 'only say whether they fit, and exit with 1 if not']],
  },
  {
    verb: 'tick',
    says: 'one pass: launch what is due, watch what runs, report what ended',
    options: [watch, dryRun],
  },
  {
    verb: 'up',
    says: 'tick in a loop until interrupted, with a live page',
    options: [
      ['--every <duration>', 'time between ticks, 30s if left out'],
      ['--port <number>', 'of the live page, on this machine alone; 0 takes any that is free'],
    ],
  },
  {
    verb: 'site',
    says: 'write the pages that `up` serves as files, to be read only',
    options: [['--out <directory>', 'where to write, .headgate/site if left out']],
  },
  {
    verb: 'run',
    says: 'run a flow now, wait for its end, and exit as it did',
    argument: ['<flow>', 'the flow'],
    options: [
      ['-p, --parameter <name=value>', 'a parameter; JSON, or else text; may be repeated'],
      ['--parameters <json>', 'all parameters as a JSON object'],
      ['--no-wait', 'return once it is launched'],
    ],
  },
  { verb: 'status', says: 'show the flows and their newest runs', argument: ['[run]', 'one run in full'] },
  {
    verb: 'logs',
    says: 'print what a run printed',
    argument: ['<run>', 'the run, or a flow for its newest run'],
    options: [
      ['-f, --follow', 'go on until the run ends'],
      ['--attempt <number>', 'an earlier attempt'],
    ],
  },
  { verb: 'cancel', says: 'stop a run and start no further attempt', argument: ['<run>', 'the run'] },
  { verb: 'retry', says: 'grant an ended run one more attempt', argument: ['<run>', 'the run'] },
  {
    verb: 'resolve',
    says: 'say how an unknown run ended',
    argument: ['<run>', 'the run'],
    options: [['--as <outcome>', 'succeeded, failed or relaunch']],
  },
  { verb: 'pause', says: 'create no runs by schedule or after others', argument: ['<flow>', 'the flow'] },
  { verb: 'resume', says: 'end a pause', argument: ['<flow>', 'the flow'] },
  {
    verb: 'backfill',
    says: 'run the slots of a range that have no run',
    argument: ['<flow>', 'the flow'],
    options: [
      ['--from <instant>', 'such as 2026-11-01T00:00Z'],
      ['--to <instant>', 'such as 2026-11-02T00:00Z'],
    ],
  },
  {
    verb: 'schedule',
    says: 'say schedules in words and list their next slots',
    argument: ['[flow]', 'one flow; all if left out'],
    options: [['--count <number>', 'slots to list per schedule, 5 if left out']],
  },
  { verb: 'doctor', says: 'check the set-up, and say how to mend each finding' },
  {
    verb: 'setup',
    says: 'make or change what runs need in AWS; shows it first',
    options: [
      region,
      ['--set <Name=value>', 'a parameter of the templates in infrastructure/, such as Egress=nat-instance'],
      yes,
      approved,
    ],
  },
  {
    verb: 'teardown',
    says: 'remove it again, but for the logs; shows it first',
    options: [region, yes, approved],
  },
];

function commandOf(row: Row, perform: (asked: Asked) => Promise<void>): Command {
  const command = new Command(row.verb).description(row.says);
  if (row.argument !== undefined) command.argument(...row.argument);
  for (const [flags, says] of [...(row.options ?? []), ...sharedOptions]) addOption(command, flags, says);
  return command.action(async (...received: unknown[]) => {
    const argument = row.argument === undefined ? undefined : received[0];
    await perform({
      verb: row.verb,
      argument: typeof argument === 'string' ? argument : undefined,
      options: command.opts(),
    });
  });
}

const sharedOptions = [
  ['--json', 'print exactly one JSON document'],
  ['--config <path>', 'the configuration, headgate.yml if left out'],
  ['--cwd <directory>', 'work there instead of here'],
  ['--local', 'use this machine even if AWS is configured'],
] as const;

const severalTimes: ReadonlySet<string> = new Set(['parameter', 'set']);

/** An option that is given twice is a mistake, never "the last one wins"; parameters are what one gives several of. */
function addOption(command: Command, flags: string, says: string): void {
  const option = new Option(flags, says);
  if (severalTimes.has(option.attributeName())) {
    command.addOption(option.argParser((value, before: readonly string[] = []) => [...before, value]));
    return;
  }
  command.addOption(option);
  if (option.variadic) return;
  let times = 0;
  command.on(`option:${option.name()}`, () => {
    times += 1;
    if (times > 1) throw givenTwice(option);
  });
}

function givenTwice(option: Option): InputError {
  return new InputError([
    {
      code: 'E_INPUT_DUP',
      field: option.attributeName(),
      message: `${option.long ?? option.flags} is given twice.`,
      fix: 'Give it once.',
    },
  ]);
}
