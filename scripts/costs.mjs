// The tables of docs/costs.md, computed from prices and assumptions. `node scripts/costs.mjs` writes them into the page.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** List prices in dollars, us-east-1; docs/costs.md says of each where it was read. */
export const prices = {
  fargateVcpuHour: 0.04048,
  fargateGibibyteHour: 0.004445,
  natGatewayHour: 0.045,
  natGatewayGigabyte: 0.045,
  publicAddressHour: 0.005,
  natInstanceHour: 0.0042,
  diskGigabyteMonth: 0.08,
  logGigabyte: 0.5,
  logGigabyteMonth: 0.03,
  imageGigabyteMonth: 0.1,
  secretMonth: 0.4,
  githubMinute: 0.002,
  wakeUpMillion: 1,
  eventMillion: 1,
  callMillion: 0.2,
  prefectStarterMonth: 100,
};

export const assumptions = {
  hoursPerMonth: 720,
  tickMinutes: 5,
  slowTickMinutes: 15,
  includedMinutes: 3000,
  imageGigabytes: 3,
  run: { vcpus: 0.25, gibibytes: 0.5, minutes: 3, logMegabytes: 0.1, trafficMegabytes: 10 },
  agent: { vcpus: 0.5, gibibytes: 1 },
  runs: 1000,
  clock: { slotsPerDay: 10, ticksPerRun: 2, fallbackMinutes: 60 },
};

const { hoursPerMonth } = assumptions;
const columns = ['public', 'nat-instance', 'nat-gateway', 'Prefect agent'];

/** What a month costs in which nothing runs. */
export function idleMonth() {
  const address = prices.publicAddressHour * hoursPerMonth;
  const natInstance = prices.natInstanceHour * hoursPerMonth + 8 * prices.diskGigabyteMonth;
  const natGateway = prices.natGatewayHour * hoursPerMonth;
  const agent = hoursPerMonth * fargateHour(assumptions.agent);
  const images = assumptions.imageGigabytes * prices.imageGigabyteMonth;
  return [
    ['fixed address', [0, address, address, address]],
    ['NAT', [0, natInstance, natGateway, natGateway]],
    ['agent, always on', [0, 0, 0, agent]],
    ['images, 3 GB', [images, images, images, images]],
    ['token for the clock', [prices.secretMonth, prices.secretMonth, prices.secretMonth, 0]],
    ['Prefect Cloud, Starter', [0, 0, 0, prices.prefectStarterMonth]],
  ];
}

/** What GitHub bills for a month of ticks, each of which is a job of less than a minute. */
export function ticksMonth() {
  const every = (minutes) => (hoursPerMonth * 60) / minutes;
  const billed = (minutes) => Math.max(0, minutes - assumptions.includedMinutes) * prices.githubMinute;
  const { tickMinutes, slowTickMinutes, clock } = assumptions;
  const woken = clock.slotsPerDay * clock.ticksPerRun * (hoursPerMonth / 24);
  const fallback = every(clock.fallbackMinutes);
  return [
    ['public repository, any rate', every(tickMinutes), 0],
    [`private, every ${tickMinutes} minutes`, every(tickMinutes), billed(every(tickMinutes))],
    [`private, every ${slowTickMinutes} minutes`, every(slowTickMinutes), billed(every(slowTickMinutes))],
    ['private, woken when something is due: nothing is', fallback, billed(fallback)],
    [
      `private, woken when something is due: ${clock.slotsPerDay} runs a day`,
      fallback + woken,
      billed(fallback + woken),
    ],
  ];
}

/** So many runs a day, none of which share a tick, make a clock that wakes cost what the fixed rate costs. */
export function crossoverRunsPerDay() {
  const perDay = (minutes) => (24 * 60) / minutes;
  const { tickMinutes, clock } = assumptions;
  return Math.ceil((perDay(tickMinutes) - perDay(clock.fallbackMinutes)) / clock.ticksPerRun);
}

/** What AWS bills for a thousand wake-ups beyond the free ones: the schedule, its event, the call of GitHub. */
export function thousandWakeUps() {
  return (prices.wakeUpMillion + prices.eventMillion + prices.callMillion) / 1000;
}

/** What a thousand runs cost beside that. */
export function thousandRuns() {
  const { run, runs } = assumptions;
  const hours = (runs * run.minutes) / 60;
  const fargate = hours * fargateHour(run);
  const logs = ((runs * run.logMegabytes) / 1000) * (prices.logGigabyte + 3 * prices.logGigabyteMonth);
  const traffic = ((runs * run.trafficMegabytes) / 1000) * prices.natGatewayGigabyte;
  const ticks = runs * prices.githubMinute;
  return [
    ['Fargate', [fargate, fargate, fargate, fargate]],
    ['public addresses of the ECS tasks', [hours * prices.publicAddressHour, 0, 0, 0]],
    ['traffic through the NAT gateway', [0, 0, traffic, traffic]],
    ['logs, kept for three months', [logs, logs, logs, logs]],
    ['ticks when ECS tasks stop; private, nothing included', [ticks, ticks, ticks, 0]],
  ];
}

function fargateHour({ vcpus, gibibytes }) {
  return vcpus * prices.fargateVcpuHour + gibibytes * prices.fargateGibibyteHour;
}

export function totals(rows) {
  return columns.map((_, column) => rows.reduce((sum, [, cells]) => sum + cells[column], 0));
}

function dollars(amount) {
  return amount === 0 ? '-' : amount.toFixed(2);
}

function table(rows) {
  const lines = rows.map(([name, cells]) => `| ${name} | ${cells.map(dollars).join(' | ')} |`);
  const sums = `| **together** | ${totals(rows)
    .map((sum) => `**${sum.toFixed(2)}**`)
    .join(' | ')} |`;
  return [`| | ${columns.join(' | ')} |`, '| --- | ---: | ---: | ---: | ---: |', ...lines, sums].join('\n');
}

function ticksTable() {
  const lines = ticksMonth().map(([name, minutes, cost]) => `| ${name} | ${minutes} | ${dollars(cost)} |`);
  return ['| | minutes | USD |', '| --- | ---: | ---: |', ...lines].join('\n');
}

/** The page with its tables computed afresh. */
export function written(page) {
  const tables = { idle: table(idleMonth()), ticks: ticksTable(), runs: table(thousandRuns()) };
  return page.replaceAll(
    /(<!-- table: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (_, before, name, after) => `${before}${tables[name]}\n${after}`,
  );
}

const place = new URL('../docs/costs.md', import.meta.url);
if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(place, written(readFileSync(place, 'utf8')));
