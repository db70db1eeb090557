import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import type { Attempt } from '../src/core/run.ts';
import { costOf } from '../src/report/cost.ts';

// A script of plain JavaScript: the compiler knows nothing of it.
const {
  assumptions,
  crossoverRunsPerDay,
  idleMonth,
  prices,
  thousandRuns,
  thousandWakeUps,
  ticksMonth,
  totals,
  written,
} = await import(new URL('../scripts/costs.mjs', import.meta.url).href);
const page = readFileSync(new URL('../docs/costs.md', import.meta.url), 'utf8');

it('docs/costs.md shows what its prices and assumptions come to', () => {
  expect(written(page)).toBe(page);
  expect(page.match(/<!-- table: \w+ -->\n\|/g)).toHaveLength(3);
});

it('every price of the tables stands in the page with its source', () => {
  for (const [name, price] of Object.entries<number>(prices))
    expect([name, new RegExp(`\\| [^|]*\\b${price}`).test(page)]).toEqual([name, true]);
});

it('a run costs what its report says it cost', () => {
  const { vcpus, gibibytes, minutes } = assumptions.run;
  const attempt = {
    handle: 'x',
    intendedAt: 0,
    startedAt: 0,
    ending: { at: minutes * 60_000 },
  } as unknown as Attempt;
  const resources = {
    cpu: vcpus * 1024,
    memoryMiB: gibibytes * 1024,
    architecture: 'x86-64',
    spot: false,
  } as const;
  const [, [fargate]] = thousandRuns()[0];
  expect(costOf([attempt], resources)).toBeCloseTo(fargate / assumptions.runs, 9);
});

it('the sums that README and page name in words are those of the tables', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const [, minutes] = ticksMonth()[1];
  expect(readme).toContain(`${minutes.toLocaleString('en-US')} a month`);
  for (const text of [readme, page]) expect(text).toContain((minutes * prices.githubMinute).toFixed(2));
  expect(page).toContain(thousandWakeUps().toFixed(4));
  expect(page).toContain(`from ${crossoverRunsPerDay()} runs a day on`);
  const [, natInstance, natGateway] = totals(idleMonth().slice(0, 2));
  expect(readme).toContain(
    `NAT gateway at about $${natGateway.toFixed(0)} a month or a small NAT instance at about $${natInstance.toFixed(0)}`,
  );
});
