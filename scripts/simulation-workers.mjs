// The processes that `npm run simulate` gives its work to: tests/simulation/main.ts, bundled.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A history leaves little behind: with room for many, most are gone before anything of them is copied (a tenth faster). */
const roomForYoung = '--max-semi-space-size=64';

/** A process that does one piece of work after another: what was compiled for the first serves all (half the time of a short one). */
export function openWorker(file) {
  const child = spawn(process.execPath, [roomForYoung, file], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.stdin.on('error', () => {
    // A process that is gone is noticed by the answer that it owes.
  });
  return {
    async ask(request) {
      child.stdin.write(`${JSON.stringify(request)}\n`);
      const { value, done } = await answers.next();
      if (done) throw new Error('A worker ended before it had answered');
      return JSON.parse(value);
    },
    close: () => child.stdin.end(),
    kill: () => child.kill('SIGKILL'),
  };
}

/** What a process of its own answers; undefined if it takes too long. */
export async function askOnce(file, request, seconds) {
  const worker = openWorker(file);
  let isLate = false;
  const timer = setTimeout(() => {
    isLate = true;
    worker.kill();
  }, seconds * 1_000);
  try {
    return await worker.ask(request);
  } catch (error) {
    if (isLate) return undefined;
    throw error;
  } finally {
    clearTimeout(timer);
    worker.close();
  }
}

/** Asks all of it, each worker for the next piece when it has answered. */
export async function askAll(open, requests) {
  const queue = [...requests];
  const outcomes = [];
  const next = async (worker) => {
    for (let request = queue.shift(); request !== undefined; request = queue.shift())
      outcomes.push(await worker.ask(request));
  };
  await Promise.all(open.map(next));
  return outcomes;
}
