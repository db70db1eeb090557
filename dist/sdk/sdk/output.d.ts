export type Output = {
    /** Whole lines of ours. They begin a line also after somebody has printed half of one. */
    write(text: string): void;
    /** Called before anything else is printed, so that all comes in the order in which it was said. */
    beforeOthers(flush: () => void): void;
};
/** Takes over standard output of the process. */
export declare function takeOutput(): Output;
/** Until the operating system has everything: on some systems writing to a pipe goes on in the background. */
export declare function written(): Promise<void>;
