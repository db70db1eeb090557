/** Control, format (bidirectional overrides among them), lone surrogates, private use: nothing a reader could see. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/gu;

/** Text on one line whose every character can be seen: what could not is written as JSON writes it. */
export function escapeUnseen(text: string): string {
  return text.replaceAll(unseen, (character) =>
    Array.from(
      { length: character.length },
      (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
