import { describe, expect, it } from '@jest/globals';
import { closuresOf } from '../../src/flow/closure.ts';
import { loadFlows } from '../../src/flow/discover.ts';
import { localProject } from '../engine/deploy-world.ts';
import { sourceOf } from '../source.ts';

/** Code of a fork, made to keep a plan busy. */
async function planned(text: string, file = 'index.ts') {
  const source = sourceOf({
    'flows/a/flow.yml': `entrypoint: ${file}\n`,
    [`flows/a/${file}`]: text,
    'flows/a/other.ts': 'export {};\n',
  });
  const { manifests } = await loadFlows(source, localProject);
  const started = performance.now();
  const { closures, warnings } = await closuresOf(manifests, source);
  return {
    files: [
      ...(closures
        .get('a' as never)
        ?.files()
        .keys() ?? []),
    ],
    warnings,
    ms: performance.now() - started,
  };
}

describe('code that was written to keep a plan busy', () => {
  it('is given up after seconds, searched for what it imports, and named', async () => {
    // The parser's time doubles with each level of these: forty take longer than a job may.
    const nested = `require('./other.ts');\n${'<T>('.repeat(40)}`;
    const { files, warnings, ms } = await planned(nested);
    expect(ms).toBeLessThan(25_000);
    expect(files).toContain('flows/a/other.ts');
    expect(warnings.map(({ code }) => code)).toContain('W_SYNTAX');
  }, 60_000);
});
