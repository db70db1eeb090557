/** Markup that is ours: everything from outside in it was escaped on its way in. */
export type Html = { readonly markup: string };

type Value = Html | readonly Html[] | string | number | undefined;

/** Only what this module made is markup: JSON from outside that has the same shape is not. */
const ours = new WeakSet<Html>();

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** `html\`<b>${text}</b>\``: every value is escaped, but for markup that was made by this very tag. */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  const markup = parts.reduce((text, part, index) => `${text}${markupOf(values[index - 1])}${part}`);
  return made(markup);
}

export const nothing: Html = html``;

export function joined(parts: readonly Html[], separator = ''): Html {
  return made(parts.map(({ markup }) => markup).join(escapeHtml(separator)));
}

function made(markup: string): Html {
  const value: Html = Object.freeze({ markup });
  ours.add(value);
  return value;
}

function markupOf(value: Value): string {
  if (value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value));
  if ('markup' in value) {
    if (!ours.has(value)) throw new TypeError('Not markup of this module');
    return value.markup;
  }
  return value.map(markupOf).join('');
}

export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');
}

/** Words in which our own messages mark code with backticks. */
export function withCode(text: string): Html {
  return joined(
    text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : html`${part}`)),
  );
}
