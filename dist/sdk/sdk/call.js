import { isError, messageOf } from "./errors.js";
import { currentFrame, emit } from "./scope.js";
export function beginCall(definition, inputs, label) {
    const outer = currentFrame();
    const { run } = outer;
    const { tally } = run;
    const { name } = definition;
    const ownKey = definition.key?.(...inputs);
    const place = run.checkpoints?.placeOf({
        task: name,
        parent: outer.id === undefined ? 'flow' : outer.path,
        key: ownKey,
        inputs,
    });
    const id = tally.nextId();
    const call = {
        definition,
        outer,
        id,
        key: ownKey ?? label,
        place,
        isTold: tally.tell(name),
        startedMs: performance.now(),
        attempt: 0,
        frame: (signal) => ({
            id,
            definition,
            parent: outer.id === undefined ? undefined : outer,
            run,
            signal,
            path: place?.name,
        }),
    };
    tally.begin();
    if (call.isTold)
        emit(run, { event: 'task-started', ...factsOf(call) });
    return call;
}
export function tellRetry(call, error, delayMs) {
    const { attempt } = call;
    emit(call.outer.run, {
        event: 'task-retrying',
        ...factsOf(call),
        attempt,
        delayMs,
        error: eventErrorOf(error),
    });
}
export function endCall(call, outcome, error) {
    const { run } = call.outer;
    const durationMs = performance.now() - call.startedMs;
    run.tally.end(call.definition.name, outcome, durationMs);
    if (!call.isTold && (outcome === 'succeeded' || outcome === 'restored'))
        return;
    emit(run, {
        event: 'task-ended',
        ...factsOf(call),
        outcome,
        attempt: Math.max(call.attempt, 1),
        durationMs: Math.round(durationMs),
        ...(error === undefined ? {} : { error: eventErrorOf(error) }),
    });
}
function factsOf({ id, definition, key, outer }) {
    return {
        task: id,
        name: definition.name,
        ...(key === undefined ? {} : { key: key.slice(0, 200) }),
        ...(outer.id === undefined ? {} : { parent: outer.id }),
    };
}
export function eventErrorOf(error) {
    const message = messageOf(error).slice(0, 2_000);
    if (!isError(error))
        return { name: typeof error, message };
    const { name, stack } = error;
    return {
        name: String(name).slice(0, 100),
        message,
        ...(stack ? { stack: String(stack).slice(0, 4_000) } : {}),
    };
}
