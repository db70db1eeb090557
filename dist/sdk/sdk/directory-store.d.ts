import type { Store } from './checkpoints.ts';
/** A file for each name. A file is either whole or not there: it gets its name when all of it is written. */
export declare function directoryStore(directory: string): Store;
