/** What JSON can say. */
export type Json = string | number | boolean | null | readonly Json[] | {
    readonly [key: string]: Json;
};
export type JsonObject = {
    readonly [key: string]: Json;
};
/** The one text of a JSON value: keys sorted by code unit, no white space, `-0` as `0`. Equal values, equal bytes. */
export declare function canonicalJson(value: Json): string;
