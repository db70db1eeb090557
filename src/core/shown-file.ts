const shownFilePattern = /^[a-z][a-z0-9-]{0,60}\.svg$/;

/** What may lie beside the board on the state branch: nothing that could be taken for state. */
export function isShownFile(path: string): boolean {
  return shownFilePattern.test(path);
}
