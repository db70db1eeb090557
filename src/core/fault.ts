/** Why something could not be made, on one line: the error's own words, which may quote what it choked on. */
export function faultWords(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return text.replaceAll(/\s+/g, ' ').slice(0, 300);
}
