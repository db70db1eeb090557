import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';

type Node = {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
};

export function parseMarkdown(text: string): Node {
  return fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }) as Node;
}

/** What GitHub would make of text outside code: mentions, references, commits, emoji, addresses. */
const lively: readonly RegExp[] = [
  /(?:^|[^A-Za-z0-9_`])@[A-Za-z0-9]/,
  /#\d/,
  /\bGH-\d/i,
  /(?<![A-Za-z0-9])[0-9a-f]{7,40}(?![A-Za-z0-9])/i,
  /:\/\//,
  /www\./i,
  /(?<!\d):[a-z0-9_+-]+:/i,
  /\$/,
  /\p{Cc}|\p{Cf}|\u2028|\u2029/u,
];

const forbidden = new Set([
  'html',
  'image',
  'imageReference',
  'linkReference',
  'definition',
  'footnoteReference',
]);

/** Everything in rendered Markdown that text from outside must not bring about. */
export function dangersIn(markdown: string, isOwnLink: (url: string) => boolean = () => false): string[] {
  const dangers: string[] = [];
  const visit = (node: Node): void => {
    if (forbidden.has(node.type)) dangers.push(`${node.type}: ${node.value ?? node.url ?? ''}`);
    if (node.type === 'link' && !isOwnLink(node.url ?? '')) dangers.push(`link: ${node.url}`);
    if (node.type === 'text') {
      const text = (node.value ?? '').replaceAll('\n', ' ');
      for (const pattern of lively) if (pattern.test(text)) dangers.push(`text ${pattern}: ${text}`);
    }
    for (const child of node.children ?? []) visit(child);
  };
  visit(parseMarkdown(markdown));
  return dangers;
}

/** The text that a reader sees, code included. */
export function shownText(markdown: string): string {
  const texts: string[] = [];
  const visit = (node: Node): void => {
    if (node.value !== undefined) texts.push(node.value);
    for (const child of node.children ?? []) visit(child);
  };
  visit(parseMarkdown(markdown));
  return texts.join('');
}
