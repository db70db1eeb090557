import type { FlowName } from '../../core/flow.ts';
import { manifestHead, manifestTail, type NewFiles } from './new-files.ts';
import { parameterModule } from './parameter-types.ts';

export type TestRunner = '@jest/globals' | 'vitest' | 'node';

export type TypescriptRequest = {
  readonly flow: FlowName;
  readonly schema: string;
  readonly runner: TestRunner;
};

export function typescriptFiles({ flow, schema, runner }: TypescriptRequest): NewFiles {
  return {
    'flow.yml': manifest(flow, schema),
    'index.ts': code,
    'parameters.ts': parameterModule({ days: { type: 'integer' } }),
    [`${flow}.test.ts`]: runner === 'node' ? nodeTest : expectTest(flow, runner),
    'README.md': readme(flow),
  };
}

function manifest(flow: FlowName, schema: string): string {
  return `${manifestHead(schema)}description: What ${flow} does, in a sentence
entrypoint: index.ts
${manifestTail}`;
}

const code = `import { artifact, type FlowContext, flow, log, task } from 'headgate';
import type { Parameters } from './parameters.ts';

const dayMs = 24 * 60 * 60 * 1000;

// Each call of a task is a row of the run's timeline, and is tried again on its own.
const weekdayOf = task(
  'weekday-of',
  async (day: string) => ({
    day,
    weekday: new Date(day).toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' }),
  }),
  { retries: 2, delay: '5s', timeout: '1m' },
);

export default flow(async ({ parameters, slot }: FlowContext<Parameters>) => {
  // The moment that the run is for: repeated later, it gives the same result. A person's run has none.
  const until = (slot ?? new Date()).getTime();
  const days = Array.from({ length: parameters.days }, (_, back) =>
    new Date(until - back * dayMs).toISOString().slice(0, 10),
  );
  const rows = await weekdayOf.map(days, { concurrency: 3 });
  log.info('looked at days', { days: rows.length });
  artifact.table('Days', rows);
  return rows;
});
`;

function expectTest(flow: FlowName, runner: '@jest/globals' | 'vitest'): string {
  const own = `import { describe, expect, it } from '${runner}';`;
  const sdk = "import { recordEvents } from 'headgate';";
  const imports = runner === 'vitest' ? [sdk, own] : [own, sdk];
  return `${imports.join('\n')}
import theFlow from './index.ts';

describe('${flow}', () => {
  it('shows the days before its slot as a table', async () => {
    const slot = new Date('2026-01-02T06:00:00Z');
    const { result, events } = await recordEvents(() => theFlow({ days: 2 }, { slot }));
    expect(result).toEqual([
      { day: '2026-01-02', weekday: 'Friday' },
      { day: '2026-01-01', weekday: 'Thursday' },
    ]);
    expect(events).toContainEqual(expect.objectContaining({ event: 'artifact' }));
  });
});
`;
}

const nodeTest = `import assert from 'node:assert/strict';
import { it } from 'node:test';
import { recordEvents } from 'headgate';
import theFlow from './index.ts';

it('shows the days before its slot as a table', async () => {
  const slot = new Date('2026-01-02T06:00:00Z');
  const { result, events } = await recordEvents(() => theFlow({ days: 2 }, { slot }));
  assert.deepEqual(result, [
    { day: '2026-01-02', weekday: 'Friday' },
    { day: '2026-01-01', weekday: 'Thursday' },
  ]);
  assert.ok(events.some(({ event }) => event === 'artifact'));
});
`;

function readme(flow: FlowName): string {
  return `# ${flow}

Says which weekdays the days before its slot were, as a table in the run's report: replace it by what the flow is for. Run
it with \`npx headgate run ${flow} -p days=3\`.
`;
}
