/** What the environment says about the run that this process is an attempt of. */
export type Surroundings = {
    readonly isRun: boolean;
    readonly flow: string;
    readonly run: string;
    readonly attempt: number;
    readonly parameters: unknown;
    readonly slot: Date | undefined;
    /** Where results of finished tasks are kept: a directory, or `s3://bucket/prefix`. */
    readonly checkpoints: string | undefined;
};
export declare function readSurroundings(environment: NodeJS.ProcessEnv): Surroundings;
