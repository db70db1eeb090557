import type { Wait } from '../../core/admission.ts';
import type { Registry } from '../../core/deployment.ts';
import type { ScheduleRule } from '../../core/flow.ts';
import type { Instant } from '../../core/instant.ts';
import type { RunId } from '../../core/run.ts';
import type { State } from '../../core/state.ts';
import type { Outgoing } from '../outgoing.ts';
import { type Html, html, nothing, withCode } from './html.ts';

/** What a page says about something that a person just did. */
export type Notice = { readonly isBad: boolean; readonly text: string };

/** Live: served by a process that acts on buttons, told apart by its token. Static: files that anybody can read. */
export type Mode =
  | { readonly kind: 'live'; readonly token: string; readonly notice?: Notice }
  | { readonly kind: 'static' };

/** Everything that the pages are made of. */
export type Overview = {
  readonly project: string;
  readonly state: State;
  readonly registry: Registry;
  readonly now: Instant;
  /** Gives plain text: see `plainText`. */
  readonly outgoing: Outgoing;
  readonly waiting: ReadonlyMap<RunId, Wait>;
  readonly describeSchedule: (rule: ScheduleRule) => string;
  readonly mode: Mode;
  /** Why the last tick failed: what is shown is as old as the last that went well. */
  readonly trouble?: string;
};

/** HTML escapes by itself: what leaves is redacted, visible and cut, but not Markdown. */
export function plainText(outgoing: Outgoing): Outgoing {
  const plain = (text: string, limit = 1_000) => outgoing.title(text, limit);
  return { ...outgoing, inline: plain, code: plain, block: (lines) => lines.join('\n') };
}

export const assetPaths = { style: 'headgate.css', script: 'headgate.js', icon: 'headgate.svg' } as const;

export const iconSvg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="#1f6f8b" d="M2 1h2v4h8V1h2v14h-2V7H4v8H2z"/><path fill="#57b0c9" d="M6 8h4v7H6z"/></svg>';

type Page = {
  readonly title: string;
  readonly overview: Overview;
  /** `../` for each folder that the page lies in. */
  readonly base: string;
  readonly body: Html;
};

/** A whole page. */
export function pageText({ title, overview, base, body }: Page): string {
  const { mode, project } = overview;
  const isLive = mode.kind === 'live';
  const policy = isLive
    ? nothing
    : html`<meta http-equiv="Content-Security-Policy" content="${staticPolicy}">`;
  const script = isLive ? html`<script src="${base}${assetPaths.script}" defer></script>` : nothing;
  const controls = isLive
    ? html`<p id="contact" role="status"></p><button id="pause" type="button" hidden>Pause updates</button>`
    : html`<p>As of ${momentOf(overview.now)}</p>`;
  const { markup } = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">${policy}
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${project} · Headgate</title>
<link rel="stylesheet" href="${base}${assetPaths.style}">
<link rel="icon" href="${base}${assetPaths.icon}">
${script}</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header><nav aria-label="Pages"><a class="home" href="${base}index.html">${project}</a><a href="${base}all-flows/1.html">Flows</a><a href="${base}all-runs/1.html">Runs</a></nav><div class="controls">${controls}</div></header>
<main id="main" tabindex="-1">
${noticeOf(overview)}${troubleOf(overview)}${body}
</main>
<footer>Headgate · all times in UTC</footer>
</body>
</html>
`;
  return markup;
}

/** Nothing but its own style sheet and icon, and images that are part of the page. */
const staticPolicy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";
export const livePolicy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** It quotes what a person gave, which may be a secret. */
function noticeOf({ mode, outgoing }: Overview): Html {
  if (mode.kind === 'static' || mode.notice === undefined) return nothing;
  const { isBad, text } = mode.notice;
  return html`<p class="notice${isBad ? ' bad' : ''}" role="${isBad ? 'alert' : 'status'}"><b>${isBad ? 'Not done:' : 'Done:'}</b> ${withCode(outgoing.title(text, 1_000))}</p>`;
}

function troubleOf({ mode, outgoing, trouble }: Overview): Html {
  if (mode.kind === 'static') return nothing;
  const words =
    trouble === undefined
      ? nothing
      : html`<p class="notice bad" role="alert"><b>The last tick failed, and the next is tried:</b> ${withCode(outgoing.title(trouble, 1_000))}</p>`;
  return livePart('trouble', words);
}

/** A part of a page that is replaced while a person looks at it. */
export function livePart(id: string, body: Html): Html {
  return html`<section id="${id}" data-part>${body}</section>
`;
}

/** `2026-11-24 21:05`, readable for machines as well. */
export function momentOf(at: Instant): Html {
  const iso = new Date(at).toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 16).replace('T', ' ')}</time>`;
}
