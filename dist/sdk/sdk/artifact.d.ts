import { type ImageMediaType } from '../core/event-format.ts';
export type Row = {
    readonly [column: string]: unknown;
} | readonly unknown[];
export type Image = {
    readonly url: string;
} | {
    readonly svg: string;
} | {
    readonly mediaType: ImageMediaType;
    readonly bytes: Uint8Array;
};
/** What the report of the run shows. The same name again replaces what was there. */
export declare const artifact: {
    markdown: (name: string, text: string) => void;
    /** Rows as objects, or as lists together with `columns`. */
    table: (name: string, rows: readonly Row[], columns?: readonly string[]) => void;
    link: (name: string, url: string, text?: string) => void;
    image: (name: string, image: Image, alt?: string) => void;
};
