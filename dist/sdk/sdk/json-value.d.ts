import type { Json, JsonObject } from '../core/json.ts';
/** Any value as JSON that says as much as possible about it. Never throws. */
export declare function jsonOf(value: unknown, depth?: number): Json;
export declare function fieldsOf(value: object, depth?: number): JsonObject;
/** Whether JSON keeps the value whole, so that reading it back gives the same. */
export declare function isJson(value: unknown, depth?: number): value is Json;
