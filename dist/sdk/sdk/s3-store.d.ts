import { type Store } from './checkpoints.ts';
/** An object for each name, below a prefix. Needs `s3:GetObject`, `s3:PutObject` and `s3:ListBucket` of the bucket. */
export declare function s3Store(address: string): Store;
