import type { JsonObject } from '../core/json.ts';
import type { Redactor } from './redact.ts';
import { redactDocument } from './redact-json.ts';
import { codeBlock, codeSpan, escapeInline, plainTitle } from './text.ts';
import { byteLength, cutBytes, cutLength, visible, withoutTerminalCodes } from './visible.ts';

/**
 * The one way for text from outside to leave Headgate: redacted first, while secrets are whole, then cut, then escaped.
 * Everything in this room takes it as its last parameter.
 */
export type Outgoing = {
  /** Prose within Markdown. */
  inline(text: string, limit?: number): string;
  /** One line of code within Markdown. */
  code(text: string, limit?: number): string;
  /** Lines that follow each other, as a block of code. */
  block(lines: readonly string[]): string;
  /** Lines that follow each other, visible, redacted and cut, for `block` or a terminal. */
  lines(lines: readonly string[], bounds: LineBounds): string[];
  /** Plain text on one line. */
  title(text: string, limit?: number): string;
  /** A JSON document: its form stays, its texts are redacted. */
  document(document: JsonObject): JsonObject;
  /** A whole text of parts that left in one of the ways above: known secrets that its seams made are hidden. */
  whole(text: string): string;
};

export type LineBounds = { readonly mostLines: number; readonly mostBytes: number };

const inlineLimit = 1_000;
const longestShownLine = 2_000;

export function createOutgoing(redact: Redactor): Outgoing {
  const clean = (text: string, limit: number) => cutLength(redact(withoutTerminalCodes(text)), limit);
  return {
    inline: (text, limit = inlineLimit) => escapeInline(clean(text, limit)),
    code: (text, limit = inlineLimit) => codeSpan(clean(text, limit)),
    block: (lines) => codeBlock(redact.lines(lines).join('\n')),
    lines: (lines, bounds) => boundedLines(redact, lines, bounds),
    title: (text, limit = 255) => plainTitle(redact(withoutTerminalCodes(text)), limit),
    document: (document) => redactDocument(document, redact),
    whole: redact.known,
  };
}

/** The newest lines within the bounds. More lines than can be shown are redacted, so that no seam is missed. */
function boundedLines(redact: Redactor, lines: readonly string[], bounds: LineBounds): string[] {
  if (bounds.mostLines <= 0) return [];
  const recent = lines.slice(-bounds.mostLines - 1).map(withoutTerminalCodes);
  const shown = redact
    .lines(recent)
    .slice(-bounds.mostLines)
    .flatMap((line) => visible(cutLength(line, longestShownLine, '… (cut)')).split('\n'))
    .map((line) => cutBytes(line, longestShownLine * 3, '… (cut)'));
  let bytes = 0;
  let first = shown.length;
  while (first > 0 && shown.length - first < bounds.mostLines) {
    bytes += byteLength(shown[first - 1] ?? '') + 1;
    if (bytes > bounds.mostBytes) break;
    first -= 1;
  }
  return shown.slice(first);
}
