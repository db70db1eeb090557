import type { FlowName } from '../core/flow.ts';

/** A place in the repository that a stack trace names. */
export type SourcePlace = { readonly path: string; readonly line: number; readonly message: string };

export type SourceFiles = {
  readonly flow: FlowName;
  /** Files of the commit. Without them only the flow's own folder is believed. */
  readonly files?: ReadonlySet<string>;
};

/** `at load (/app/flows/x/index.ts:12:5)`, `at file:///app/flows/x/index.ts:12:5` */
const javascriptFrame = /^\s{1,20}at /;
const javascriptPlace = /(?:^|[\s(])(?:file:\/\/)?([^\s()]{1,500}):(\d{1,7}):\d{1,7}\)?$/;
const pythonHeader = /^\s{0,20}Traceback \(most recent call last\):$/;
/** `  File "/flow/main.py", line 12, in load` */
const pythonPlace = /^\s{1,20}File "([^"]{1,500})", line (\d{1,7})/;

const longestJudgedLine = 1_200;
const mostTraces = 10;

/** The innermost line of the flow's own code in the last stack trace that has one. */
export function failingPlace(texts: readonly string[], source: SourceFiles): SourcePlace | undefined {
  const lines = texts.map((text) => text.slice(0, longestJudgedLine));
  for (let end = lines.length, seen = 0; end > 0 && seen < mostTraces; seen += 1) {
    const trace = lastTrace(lines.slice(0, end));
    if (trace === undefined) return undefined;
    const found = trace.frames.map((frame) => placeIn(frame, source)).find((place) => place !== undefined);
    if (found !== undefined) return { ...found, message: trace.message };
    end = trace.start;
  }
  return undefined;
}

export function hasStackTrace(texts: readonly string[]): boolean {
  return lastTrace(texts.map((text) => text.slice(0, longestJudgedLine))) !== undefined;
}

/** What the last stack trace says went wrong. */
export function lastMessage(texts: readonly string[]): string | undefined {
  const message = lastTrace(texts.map((text) => text.slice(0, longestJudgedLine)))?.message;
  return message === '' ? undefined : message;
}

type Frame = { readonly path: string; readonly line: number };
/** `frames`: the innermost first. */
type Trace = { readonly start: number; readonly frames: readonly Frame[]; readonly message: string };

function lastTrace(lines: readonly string[]): Trace | undefined {
  const javascript = lines.findLastIndex((line) => javascriptFrame.test(line));
  const python = lines.findLastIndex((line) => pythonHeader.test(line));
  if (javascript < 0 && python < 0) return undefined;
  return javascript > python ? javascriptTrace(lines, javascript) : pythonTrace(lines, python);
}

function javascriptTrace(lines: readonly string[], end: number): Trace {
  const start = lines.slice(0, end).findLastIndex((line) => !javascriptFrame.test(line)) + 1;
  return {
    start,
    frames: framesOf(lines.slice(start, end + 1), javascriptPlace),
    message: (lines[start - 1] ?? '').trim(),
  };
}

function pythonTrace(lines: readonly string[], start: number): Trace {
  const body = lines.slice(start + 1);
  const length = body.findIndex((line) => !/^\s/.test(line));
  const frames = framesOf(length < 0 ? body : body.slice(0, length), pythonPlace).reverse();
  return { start, frames, message: length < 0 ? '' : (body[length] ?? '').trim() };
}

function framesOf(lines: readonly string[], pattern: RegExp): Frame[] {
  return lines.flatMap((text) => {
    const match = pattern.exec(text);
    return match === null ? [] : [{ path: match[1] ?? '', line: Number(match[2]) }];
  });
}

/** Folders of other people's code, which may have files called like ours. */
const foreign = new Set(['..', 'node_modules', 'site-packages', 'dist-packages']);

function placeIn({ path, line }: Frame, { flow, files }: SourceFiles): Frame | undefined {
  const segments = path.replaceAll('\\', '/').split('/');
  if (line < 1 || /^\/usr\//.test(path) || segments.some((segment) => foreign.has(segment))) return undefined;
  const suffixes = segments.map((_, index) => segments.slice(index).join('/'));
  if (files === undefined) {
    const own = suffixes.find((suffix) => suffix.startsWith(`flows/${flow}/`));
    return own !== undefined && /^[\w./@+-]+$/.test(own) ? { path: own, line } : undefined;
  }
  // A name alone says too little to be taken for a file outside the flow's folder.
  const candidates = suffixes.flatMap((suffix, index) =>
    index > 0 && !suffix.includes('/') ? [`flows/${flow}/${suffix}`] : [suffix, `flows/${flow}/${suffix}`],
  );
  const known = candidates.find((candidate) => files.has(candidate));
  return known === undefined ? undefined : { path: known, line };
}
