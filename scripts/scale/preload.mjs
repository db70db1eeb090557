// Loaded before dist/ by the bench: moves the clock of the process, lets its pauses pass at once, and writes down at its
// end what it cost. SCALE_REPORT: where to; SCALE_AHEAD_MS: how far the clock is ahead; SCALE_IS_SLEEPLESS: pauses pass.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

let aheadMs = Number(process.env.SCALE_AHEAD_MS ?? 0);
const RealDate = Date;
const realNow = Date.now;
class MovedDate extends RealDate {
  constructor(value, ...more) {
    if (value === undefined) super(realNow() + aheadMs);
    else if (more.length === 0) super(value);
    else super(value, ...more);
  }
}
MovedDate.now = () => realNow() + aheadMs;
globalThis.Date = MovedDate;

if (process.env.SCALE_IS_SLEEPLESS === '1') {
  timers.setTimeout = async (ms = 0, value = undefined) => {
    aheadMs += ms;
    await new Promise((resolve) => setImmediate(resolve));
    return value;
  };
  syncBuiltinESMExports();
}

/** The seconds of the processor that this process and the children that it waited for have had: `man 5 proc`, stat. */
function cpuSecondsOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
}

/** Also of children that still run, such as the bundler's. Elsewhere than on Linux only what the process itself had is known. */
function cpuSeconds() {
  try {
    const threads = readdirSync('/proc/self/task');
    const children = threads.flatMap((thread) =>
      readFileSync(`/proc/self/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
    );
    return cpuSecondsOf('self') + children.reduce((sum, pid) => sum + cpuSecondsOf(pid), 0);
  } catch {
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    return (userCPUTime + systemCPUTime) / 1e6;
  }
}

process.on('exit', () => {
  const peakMiB = process.resourceUsage().maxRSS / 1024;
  writeFileSync(process.env.SCALE_REPORT, JSON.stringify({ cpuSeconds: cpuSeconds(), peakMiB, aheadMs }));
});
