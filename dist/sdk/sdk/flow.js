import { checkParameters } from "./parameters.js";
import { currentFrame, frameOf, within } from "./scope.js";
import { listSink } from "./sink.js";
import { createTally } from "./tally.js";
const flowMark = Symbol.for('headgate.flow');
export function flow(fn, options) {
    const call = async (given, { slot, signal } = {}) => {
        const outer = currentFrame();
        const { run } = outer;
        const parameters = (await checkParameters(options?.parameters, given ?? run.parameters));
        const scope = { ...run, parameters, slot: slot ?? run.slot, signal: signal ?? outer.signal };
        const inner = outer.id === undefined ? frameOf(scope) : { ...outer, run: scope, signal: scope.signal };
        return within(inner, async () => fn({ parameters, slot: scope.slot, signal: scope.signal }));
    };
    return Object.assign(call, { [flowMark]: true });
}
export function isFlow(value) {
    return typeof value === 'function' && Reflect.get(value, flowMark) === true;
}
/** Calls `work`, and gives its result together with what it logged and published: for tests of flows and tasks. */
export async function recordEvents(work) {
    const events = [];
    const run = { ...currentFrame().run, sink: listSink(events), tally: createTally() };
    const result = await within(frameOf(run), async () => work());
    return { result, events };
}
