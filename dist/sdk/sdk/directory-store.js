import { randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { isError } from "./errors.js";
/** A file for each name. A file is either whole or not there: it gets its name when all of it is written. */
export function directoryStore(directory) {
    return {
        async read(name) {
            try {
                return await readFile(path.join(directory, name));
            }
            catch (error) {
                if (codeOf(error) === 'ENOENT')
                    return undefined;
                throw error;
            }
        },
        async write(name, bytes, mode) {
            const file = path.join(directory, name);
            const draft = `${file}.${randomBytes(8).toString('hex')}.draft`;
            await mkdir(path.dirname(file), { recursive: true });
            try {
                await writeFile(draft, bytes, { flag: 'wx' });
                return mode === 'once' ? await nameOnce(draft, file) : await replace(draft, file);
            }
            finally {
                await rm(draft, { force: true });
            }
        },
    };
}
/** A second name for the draft: unlike a rename, this fails if the name is taken. */
async function nameOnce(draft, file) {
    try {
        await link(draft, file);
        return 'written';
    }
    catch (error) {
        if (codeOf(error) === 'EEXIST')
            return 'exists';
        // Some network file systems have no links. The last writer wins there; both wrote the result of the same call.
        if (['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(codeOf(error) ?? ''))
            return replace(draft, file);
        throw error;
    }
}
async function replace(draft, file) {
    await rename(draft, file);
    return 'written';
}
function codeOf(error) {
    return isError(error) ? error.code : undefined;
}
