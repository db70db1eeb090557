/** The part of https://standardschema.dev that is needed here; zod, valibot and arktype have it. */
export type StandardSchema<Input = unknown, Output = Input> = {
    readonly '~standard': {
        readonly version: 1;
        readonly vendor: string;
        readonly validate: (value: unknown) => SchemaResult<Output> | Promise<SchemaResult<Output>>;
        readonly types?: {
            readonly input: Input;
            readonly output: Output;
        } | undefined;
    };
};
type SchemaResult<Output> = {
    readonly value: Output;
    readonly issues?: undefined;
} | {
    readonly issues: readonly SchemaIssue[];
};
type SchemaIssue = {
    readonly message: string;
    readonly path?: readonly (PropertyKey | {
        readonly key: PropertyKey;
    })[] | undefined;
};
/** `parameters.dates[0]: Expected a date`, one line an issue. */
export declare function describeIssues(issues: readonly SchemaIssue[]): string;
export {};
