import { explorer } from './explore.ts';
import { parsePicks, scripted, textOf } from './oracle.ts';
import { runScenario } from './run.ts';
import { scenarios } from './scenarios.ts';

const [mode, which = '', picks = ''] = process.argv.slice(2);
const mine = scenarios.filter((s) => which === '' || which.split(',').includes(s.name));
if (mode === 'replay') {
  const o = scripted(parsePicks(picks));
  const h = await runScenario(mine[0]!, o);
  console.log(h.trace.join('\n'), o.taken, h.violations);
} else {
  const e = explorer({ shard: { index: 0, of: 1 }, isOver: () => false, mostFailures: 1e9 });
  for (const s of mine) {
    const t = Date.now(),
      n = e.totals.histories;
    if (mode === 'singles') await e.singles(s);
    if (mode === 'pairs') await e.pairs(s);
    if (mode === 'inter') await e.interleavings(s, 3);
    console.log(s.name, e.totals.histories - n, Date.now() - t, 'ms');
  }
  if (mode === 'swarm') {
    const end = Date.now() + 60000;
    const f = explorer({ shard: { index: 0, of: 1 }, isOver: () => Date.now() > end, mostFailures: 1e9 });
    await f.swarms(mine, Number(picks || 1));
    e.totals.failures.push(...f.totals.failures);
    console.log(f.totals.histories);
  }
  const groups = new Map<string, { n: number; ex: string }>();
  for (const f of e.totals.failures)
    for (const v of f.violations.slice(0, 3)) {
      const k = `${f.scenario} ${v.promise} ${v.detail.replace(/[0-9a-f]{12,}|\d{4}-\S+|\d+/g, '#').slice(0, 110)}`;
      const g = groups.get(k) ?? {
        n: 0,
        ex: `${textOf(f.choices)} [${f.choices.map((c) => c.label)}] ${v.detail.slice(0, 400)}`,
      };
      g.n += 1;
      groups.set(k, g);
    }
  for (const [k, g] of [...groups].sort((a, b) => b[1].n - a[1].n).slice(0, 60))
    console.log(g.n, k, '\n     ', g.ex);
}
