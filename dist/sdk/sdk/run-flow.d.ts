/**
 * Runs the flow that an entrypoint exports by default, and ends the process: with 0 only if the flow resolved and all
 * of its events were written. A module without a default export is a plain script: importing it has run it.
 */
export declare function runFlow(exported: unknown): Promise<void>;
