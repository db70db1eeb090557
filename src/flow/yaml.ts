import { Composer, type Document, LineCounter, Parser } from 'yaml';
import type { Problem } from '../core/problem.ts';
import { quote } from '../core/quote.ts';
import type { PlaceOf, YamlDocument } from './yaml-node.ts';
import { readPlainYaml } from './yaml-plain.ts';
import { scanTokens } from './yaml-tokens.ts';
import { buildTree } from './yaml-tree.ts';

/** Bytes of a manifest or project file; larger ones are refused before they are parsed. */
export const yamlLimitBytes = 65_536;

export type YamlFile = { readonly file: string; readonly bytes: Uint8Array };

export type YamlResult = {
  /** The document, when it could be understood. It leaves out keys that are a problem by themselves. */
  readonly document?: YamlDocument;
  readonly problems: readonly Problem[];
};

/**
 * Reads the part of YAML 1.2 that JSON can say. What two readers could understand differently is refused: anchors,
 * tags, merge keys, directives, duplicate keys, unusual numbers, characters that cannot be seen.
 */
export function readYaml(source: YamlFile): YamlResult {
  const decoded = decodeText(source);
  if ('code' in decoded) return { problems: [decoded] };
  const document = readPlainYaml(decoded.text, source.file);
  return document === undefined ? readFullYaml(decoded.text, source.file) : { document, problems: [] };
}

/** Reads a text of any form. */
export function readFullYaml(text: string, file: string): YamlResult {
  const lines = new LineCounter();
  const placeOf: PlaceOf = (offset) => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const tokens = [...new Parser(lines.addNewLine).parse(text)];
  const early = [...textProblems(text, placeOf), ...scanTokens(tokens, placeOf)];
  if (early.length > 0) return { problems: early };
  // The library's own duplicate-key check is quadratic: buildTree has its own.
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    merge: false,
    resolveKnownTags: false,
    strict: true,
    logLevel: 'silent',
  });
  return understand([...composer.compose(tokens, true, text.length)], placeOf);
}

function understand(documents: readonly Document.Parsed[], placeOf: PlaceOf): YamlResult {
  const [document, second] = documents;
  if (second !== undefined) {
    const message = 'The file holds more than one YAML document.';
    const fix = 'Keep one; remove the lines `---` or `...` between them.';
    return { problems: [{ place: placeOf(second.range[0]), code: 'E_YAML_MULTI_DOC', message, fix }] };
  }
  if (document === undefined) return { problems: [emptyProblem(placeOf)] };
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0)
    return { problems: faults.slice(0, 20).map((fault) => syntaxProblem(fault, placeOf)) };
  if (document.contents === null) return { problems: [emptyProblem(placeOf)] };
  return buildTree(document.contents, placeOf);
}

function emptyProblem(placeOf: PlaceOf): Problem {
  const message = 'The file is empty.';
  return {
    place: placeOf(0),
    code: 'E_TYPE',
    message,
    fix: 'Write keys and values, such as `description: …`.',
  };
}

function syntaxProblem(
  error: { readonly code: string; readonly message: string; readonly pos: readonly [number, number] },
  placeOf: PlaceOf,
): Problem {
  if (error.code === 'MULTIPLE_DOCS') {
    return {
      place: placeOf(error.pos[0]),
      code: 'E_YAML_MULTI_DOC',
      message: error.message,
      fix: 'Keep one document.',
    };
  }
  const [message = ''] = error.message.split('\n');
  const fix =
    error.code === 'TAB_AS_INDENT' ? 'Indent with spaces.' : 'Check indentation, quotes and brackets.';
  return {
    place: placeOf(error.pos[0]),
    code: 'E_YAML_SYNTAX',
    message: `Not valid YAML: ${quote(message, 160)}.`,
    fix,
  };
}

function decodeText({ file, bytes }: YamlFile): { readonly text: string } | Problem {
  if (bytes.length > yamlLimitBytes) {
    const message = `The file has ${bytes.length} bytes; at most ${yamlLimitBytes} are read.`;
    return { code: 'E_YAML_TOO_LARGE', place: { file }, message, fix: 'Move data into files of their own.' };
  }
  try {
    // The decoder drops a byte order mark.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const message = `The file is not UTF-8: the byte at offset ${firstBadByte(bytes)} fits no character.`;
    return { code: 'E_ENCODING', place: { file }, message, fix: 'Save the file as UTF-8.' };
  }
}

/** The offset of the first byte that is not UTF-8: the length of the longest prefix that decodes. */
function firstBadByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (decodes(bytes.subarray(0, middle))) low = middle;
    else high = middle - 1;
  }
  // At the end it is the last byte that begins a character which does not end.
  return Math.min(low, bytes.length - 1);
}

function decodes(prefix: Uint8Array): boolean {
  try {
    // `stream` leaves an unfinished character at the end without judgement.
    new TextDecoder('utf-8', { fatal: true }).decode(prefix, { stream: true });
    return true;
  } catch {
    return false;
  }
}

const conflictMarker = /^(?:<{7}|>{7}|\|{7})(?: |$)/m;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
const rawControl = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;

function textProblems(text: string, placeOf: PlaceOf): readonly Problem[] {
  if (text.startsWith('version https://git-lfs.github.com/spec/')) {
    const message = 'The file is a Git LFS pointer, not its content.';
    const fix =
      'Keep manifests out of LFS: remove the pattern from .gitattributes and commit the file again.';
    return [{ place: placeOf(0), code: 'E_LFS_POINTER', message, fix }];
  }
  const conflict = conflictMarker.exec(text);
  if (conflict !== null) {
    const message = 'The file has merge conflict markers.';
    const fix = 'Resolve the conflict: keep one side and remove the marker lines.';
    return [{ place: placeOf(conflict.index), code: 'E_YAML_SYNTAX', message, fix }];
  }
  return [...text.matchAll(rawControl)].slice(0, 20).map((match) => {
    const message = `The file has a control character, ${quote(match[0])}.`;
    return { place: placeOf(match.index), code: 'E_YAML_CONTROL_CHAR', message, fix: 'Remove it.' };
  });
}
