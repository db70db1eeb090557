/** How many columns text takes on a terminal: most characters one, those of East Asia and emoji two, marks none. */

/**
 * Unicode 16, East_Asian_Width W and F, in ranges that hold nothing narrow but unassigned code points. Emoji that are
 * shown in colour by themselves are wide as well.
 */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2ff}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const mark = /\p{Mn}|\p{Me}/u;
/** Text that can only be narrow: all that is printed on most days. */
const plain = /^[\u0020-\u02ff\u2010-\u2027\u2190-\u21ff\u2500-\u25ff]*$/;

function widthOfCharacter(character: string): 0 | 1 | 2 {
  if (mark.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

export function widthOf(text: string): number {
  if (plain.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
}

/** The longest beginning that fits, with a mark behind it if something was cut; never half a character. */
export function cutWidth(text: string, columns: number, marker = '…'): string {
  if (widthOf(text) <= columns) return text;
  const room = columns - widthOf(marker);
  let shown = '';
  let width = 0;
  for (const character of text) {
    width += widthOfCharacter(character);
    if (width > room) break;
    shown += character;
  }
  return `${shown}${marker}`;
}

/** Lines that together hold all of the text; its blanks stay. */
export function foldWidth(text: string, columns: number): string[] {
  if (widthOf(text) <= columns) return [text];
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const character of text) {
    const next = widthOfCharacter(character);
    if (width + next > columns && line !== '') {
      lines.push(line);
      line = '';
      width = 0;
    }
    line += character;
    width += next;
  }
  return [...lines, line];
}

export function padWidth(text: string, columns: number): string {
  return `${text}${' '.repeat(Math.max(columns - widthOf(text), 0))}`;
}

/** Words, or pieces that stay together, on as many lines as they need; one that is longer than a line is cut. */
export function wrapWidth(words: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > columns) {
      lines.push(line);
      line = cutWidth(word, columns);
    } else line = cutWidth(longer, columns);
  }
  return line === '' ? lines : [...lines, line];
}
