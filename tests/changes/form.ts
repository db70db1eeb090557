/** A way in which a file asks for another one. */
export type Form = {
  readonly name: string;
  /** The code; `at` is what to ask for. */
  readonly code: (at: Asking) => string;
  /** Only where types are allowed. */
  readonly isTyped?: true;
  /** Only where elements are allowed. */
  readonly isJsx?: true;
  /** What the target has to be; left out for all. */
  readonly target?: 'json' | 'code';
  /** Works on a relative path only. */
  readonly isRelative?: true;
};

export type Asking = {
  /** The specifier, as plain text. */
  readonly to: string;
  /** Another one that exists too, and that nothing changes. */
  readonly other: string;
};

export function escaped(to: string): string {
  const first = to.charCodeAt(0).toString(16).padStart(4, '0');
  return `\\u${first}${to.slice(1)}`;
}
