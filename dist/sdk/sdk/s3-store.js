import { createRequire } from 'node:module';
import { checkpointLimitBytes } from "./checkpoints.js";
import { isError } from "./errors.js";
import { wait } from "./wait.js";
const requestLimitMs = 30_000;
const mostConflicts = 4;
/** An object for each name, below a prefix. Needs `s3:GetObject`, `s3:PutObject` and `s3:ListBucket` of the bucket. */
export function s3Store(address) {
    const { bucket, prefix } = partsOf(address);
    let connection;
    const connect = () => (connection ??= openConnection());
    const keyOf = (name) => (prefix === '' ? name : `${prefix}/${name}`);
    return {
        async read(name) {
            const { s3, client } = connect();
            const request = new s3.GetObjectCommand({ Bucket: bucket, Key: keyOf(name) });
            try {
                const { Body, ContentLength = 0 } = await client.send(request, limits());
                if (ContentLength > checkpointLimitBytes * 2)
                    return undefined;
                return await Body?.transformToByteArray();
            }
            catch (error) {
                if (statusOf(error) === 404)
                    return undefined;
                throw error;
            }
        },
        async write(name, bytes, mode) {
            const { s3, client } = connect();
            const request = new s3.PutObjectCommand({
                Bucket: bucket,
                Key: keyOf(name),
                Body: bytes,
                ContentType: 'application/json',
                ...(mode === 'once' ? { IfNoneMatch: '*' } : {}),
            });
            for (let conflicts = 0;; conflicts += 1) {
                try {
                    await client.send(request, limits());
                    return 'written';
                }
                catch (error) {
                    if (statusOf(error) === 412)
                        return 'exists';
                    // "409 ConditionalRequestConflict": another conditional write is under way, and S3 asks to try again.
                    if (statusOf(error) !== 409 || conflicts >= mostConflicts)
                        throw error;
                    await wait(50 * 2 ** conflicts, AbortSignal.timeout(requestLimitMs));
                }
            }
        },
    };
}
function limits() {
    return { abortSignal: AbortSignal.timeout(requestLimitMs) };
}
function partsOf(address) {
    const match = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/.exec(address);
    if (match?.[1] === undefined) {
        throw new TypeError(`HEADGATE_CHECKPOINTS is ${JSON.stringify(address)}. Write s3://bucket/prefix.`);
    }
    return { bucket: match[1], prefix: (match[2] ?? '').replace(/^\/+|\/+$/g, '') };
}
function openConnection() {
    const s3 = loadS3();
    // Servers that are not AWS, as in tests, know buckets only as the first part of the path.
    const hasOwnEndpoint = Boolean(process.env['AWS_ENDPOINT_URL_S3'] ?? process.env['AWS_ENDPOINT_URL']);
    return { s3, client: new s3.S3Client({ forcePathStyle: hasOwnEndpoint, maxAttempts: 4 }) };
}
/** Not an `import`: a bundler would put all of it into every flow, also into those that never use it. */
function loadS3() {
    const name = '@aws-sdk/client-s3';
    try {
        return createRequire(import.meta.url)(name);
    }
    catch (error) {
        throw new Error(`checkpoints in S3 need the package ${name} where the flow runs: install it beside the bundle`, {
            cause: error,
        });
    }
}
function statusOf(error) {
    if (!isError(error))
        return undefined;
    const metadata = Reflect.get(error, '$metadata');
    return typeof metadata === 'object' && metadata !== null
        ? Reflect.get(metadata, 'httpStatusCode')
        : undefined;
}
