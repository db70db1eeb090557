export type Finding = {
  readonly rule: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
};
export function workflowFindings(
  text: string,
  place: { readonly file: string; readonly firstLine?: number; readonly isPage?: boolean },
): Finding[];
export function pageFindings(text: string, place: { readonly file: string }): Finding[];
