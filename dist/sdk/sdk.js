export { EventTooLargeError } from "./core/event-format.js";
export { artifact } from "./sdk/artifact.js";
export { doNotRetry, MapError, ParameterError, TaskTimeoutError } from "./sdk/errors.js";
export { flow, recordEvents } from "./sdk/flow.js";
export { log } from "./sdk/log.js";
export { parameters, slot } from "./sdk/parameters.js";
export { progress } from "./sdk/progress.js";
export { runFlow } from "./sdk/run-flow.js";
export { signal, task } from "./sdk/task.js";
