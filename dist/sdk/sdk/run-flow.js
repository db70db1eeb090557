import { inspect } from 'node:util';
import { doNotRetryExitCode } from "../core/event-format.js";
import { eventErrorOf } from "./call.js";
import { isDoNotRetry } from "./errors.js";
import { isFlow } from "./flow.js";
import { written } from "./output.js";
import { processStop } from "./process-scope.js";
import { currentFrame, emit } from "./scope.js";
/** ECS kills 30 s after SIGTERM unless told otherwise; by then the process must have ended by itself. */
const graceMs = 20_000;
const exitCodes = { succeeded: 0, failed: 1, terminated: 143 };
/**
 * Runs the flow that an entrypoint exports by default, and ends the process: with 0 only if the flow resolved and all
 * of its events were written. A module without a default export is a plain script: importing it has run it.
 */
export async function runFlow(exported) {
    if (!isFlow(exported)) {
        if (typeof exported !== 'function')
            return;
        throw new TypeError('The default export of the entrypoint is a function, but no flow. Write: export default flow(…).');
    }
    const { run } = currentFrame();
    const end = endOnce(run);
    stopOnSignal(() => end('cancelled', processStop.signal.reason));
    process.on('uncaughtExceptionMonitor', (error) => end('failed', error));
    emit(run, { event: 'flow-started' });
    const exitCode = await settle(exported, run, end);
    await written();
    process.exit(exitCode);
}
async function settle(flow, run, end) {
    try {
        await flow();
        await awaitForgotten(run);
        end('succeeded');
        return exitCodes.succeeded;
    }
    catch (error) {
        const isStopped = processStop.signal.aborted;
        end(isStopped ? 'cancelled' : 'failed', error);
        // With --enable-source-maps the stack names the lines that were written, not those of the bundle.
        process.stderr.write(`${inspect(error)}\n`);
        if (isStopped)
            return exitCodes.terminated;
        return isDoNotRetry(error) ? doNotRetryExitCode : exitCodes.failed;
    }
}
/** A task that nobody awaited would be cut off by the end of the process, unseen. */
async function awaitForgotten(run) {
    const open = run.tally.open();
    if (open === 0)
        return;
    const message = `the flow ended while ${open} calls of tasks were under way: they are waited for, but should be awaited`;
    emit(run, { event: 'log', level: 'warning', message });
    await run.tally.idle();
    // Their failures, which nobody handles, come up now.
    await new Promise(setImmediate);
}
function endOnce(run) {
    let hasEnded = false;
    return (outcome, error) => {
        if (hasEnded)
            return;
        hasEnded = true;
        const totals = run.tally.totals();
        if (totals.length > 0)
            emit(run, { event: 'task-totals', totals: totals.slice(0, 200) });
        emit(run, {
            event: 'flow-ended',
            outcome,
            ...(error === undefined ? {} : { error: eventErrorOf(error) }),
        });
        run.sink.flush();
    };
}
function stopOnSignal(end) {
    const stop = (name) => {
        if (processStop.signal.aborted)
            return;
        processStop.abort(new Error(`The run was asked to end (${name}).`));
        setTimeout(() => {
            end();
            process.exit(exitCodes.terminated);
        }, graceMs).unref();
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
}
