import { doNotRetry, ParameterError } from "./errors.js";
import { currentFrame } from "./scope.js";
import { describeIssues } from "./standard-schema.js";
export function parameters(schema) {
    const given = currentFrame().run.parameters;
    if (schema === undefined)
        return given;
    const result = schema['~standard'].validate(given);
    if (result instanceof Promise) {
        throw new TypeError('This schema checks asynchronously: give it to flow(fn, { parameters: schema }) instead.');
    }
    return outputOf(result);
}
export async function checkParameters(schema, given) {
    return schema === undefined ? given : outputOf(await schema['~standard'].validate(given));
}
function outputOf(result) {
    if (result.issues === undefined)
        return result.value;
    // The same parameters would be wrong again.
    throw doNotRetry(new ParameterError(describeIssues(result.issues)));
}
/** The nominal moment that this run is for; undefined if a person started it. */
export function slot() {
    const { slot: at } = currentFrame().run;
    return at === undefined ? undefined : new Date(at);
}
