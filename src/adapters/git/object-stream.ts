export type BlobContent = Uint8Array | 'too-large' | undefined;

export type BatchParser = {
  feed(chunk: Buffer): 'more' | 'done' | 'garbled';
  contents(): readonly BlobContent[];
};

type Body = { readonly limitBytes: number; readonly size: number; left: number; chunks: Buffer[] };

const newline = 0x0a;
const longestHeader = 4_096;

/**
 * Reads what `git cat-file --batch` prints: `<id> <kind> <size>`, the bytes and a newline for each object, or
 * `<id> missing`. What is over the limit passes by without being kept.
 */
export function batchParser(count: number, limitBytes: number): BatchParser {
  const contents: BlobContent[] = [];
  let header = '';
  let body: Body | undefined;

  const takeHeader = (chunk: Buffer, at: number): number => {
    const end = chunk.indexOf(newline, at);
    header += chunk.toString('latin1', at, end === -1 ? chunk.length : end);
    if (end === -1) return chunk.length;
    const match = / (?:blob (\d+)|missing|(?:tree|commit|tag) (\d+))$/.exec(header);
    if (match === null) return -1;
    const size = match[1] ?? match[2];
    const isBlob = match[1] !== undefined;
    if (size === undefined) contents.push(undefined);
    else
      body = { limitBytes: isBlob ? limitBytes : -1, size: Number(size), left: Number(size) + 1, chunks: [] };
    header = '';
    return end + 1;
  };
  const takeBody = (chunk: Buffer, at: number, taken: Body): number => {
    const end = Math.min(chunk.length, at + taken.left);
    taken.left -= end - at;
    if (taken.size <= taken.limitBytes) taken.chunks.push(chunk.subarray(at, end));
    if (taken.left > 0) return end;
    contents.push(contentOf(taken));
    body = undefined;
    return end;
  };
  return {
    feed(chunk) {
      let at = 0;
      while (at < chunk.length && contents.length < count) {
        at = body === undefined ? takeHeader(chunk, at) : takeBody(chunk, at, body);
        if (at === -1 || header.length > longestHeader) return 'garbled';
      }
      return contents.length < count ? 'more' : at < chunk.length ? 'garbled' : 'done';
    },
    contents: () => contents,
  };
}

function contentOf({ chunks, size, limitBytes }: Body): BlobContent {
  if (limitBytes < 0) return undefined;
  if (size > limitBytes) return 'too-large';
  const [only] = chunks;
  return (chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks)).subarray(0, size);
}
