import { ParameterError } from "./errors.js";
export function readSurroundings(environment) {
    const run = environment['HEADGATE_RUN_ID'] ?? '';
    return {
        isRun: run !== '',
        flow: environment['HEADGATE_FLOW'] ?? '',
        run,
        attempt: Number(environment['HEADGATE_ATTEMPT'] ?? 1) || 1,
        parameters: parametersOf(environment['HEADGATE_PARAMETERS']),
        slot: slotOf(environment['HEADGATE_SLOT']),
        checkpoints: environment['HEADGATE_CHECKPOINTS'] || undefined,
    };
}
function parametersOf(text) {
    if (text === undefined || text === '')
        return {};
    try {
        return JSON.parse(text);
    }
    catch (error) {
        throw new ParameterError('HEADGATE_PARAMETERS does not hold JSON.', { cause: error });
    }
}
function slotOf(text) {
    const at = new Date(text ?? '');
    return Number.isNaN(at.getTime()) ? undefined : at;
}
