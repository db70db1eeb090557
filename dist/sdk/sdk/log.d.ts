export type Fields = {
    readonly [name: string]: unknown;
};
/** Messages with structured fields. `LOG_LEVEL` (debug, info, warning, error; info if not set) says from which level on. */
export declare const log: {
    debug: (message: string, fields?: Fields) => void;
    info: (message: string, fields?: Fields) => void;
    warn: (message: string, fields?: Fields) => void;
    error: (message: string, fields?: Fields) => void;
};
