import type { Artifact, RunEvents } from '../../core/event.ts';
import { type Block, piecesOf } from '../artifact-blocks.ts';
import { imageSize, markdownBlocks, type ShownTable, shownTable } from '../artifacts.ts';
import { countWords } from '../words.ts';
import { type Html, html, joined, nothing } from './html.ts';
import type { Overview } from './page.ts';

const mostShown = 30;
const mostRows = 200;
const mostMarkdownBytes = 64 * 1024;
/** Of all images of a page together: what is larger is for the log. */
const mostImageUnits = 384 * 1024;

/**
 * What a run wants people to see beside its log. A link is opened only by a person, who sees where it leads; an image
 * is shown only if the flow sent it, because the page asks nothing of anybody else.
 */
export function artifactsPart(overview: Overview, { artifacts }: RunEvents): Html {
  if (artifacts.length === 0) return nothing;
  let room = mostImageUnits;
  const shown = artifacts.slice(0, mostShown).map((artifact) => {
    const units = imageUnits(artifact);
    const isShown = units <= room;
    if (isShown) room -= units;
    return html`<section class="artifact"><h3>${overview.outgoing.title(artifact.name, 200)}</h3>${bodyOf(artifact, overview, isShown)}</section>
`;
  });
  const left = artifacts.length - shown.length;
  const more = left > 0 ? html`<p>\u2026 and ${countWords(left, 'more artifact')} in the log.</p>` : nothing;
  return html`<h2>Artifacts</h2>${shown}${more}`;
}

function imageUnits(artifact: Artifact): number {
  return artifact.kind === 'image' && artifact.source.kind === 'data' ? artifact.source.base64.length : 0;
}

function bodyOf(artifact: Artifact, { outgoing }: Overview, isImageShown: boolean): Html {
  switch (artifact.kind) {
    case 'markdown':
      return joined(
        markdownBlocks(artifact.text, outgoing, mostMarkdownBytes).map((block) => blockOf(block)),
        '\n',
      );
    case 'table':
      return tableOf(redactedTable(shownTable(artifact, mostRows), outgoing));
    case 'link':
      return html`<p>${artifact.text === undefined ? '' : `${outgoing.title(artifact.text, 500)}: `}${linkTo(outgoing.title(artifact.url, 2_000))}</p>`;
    case 'image': {
      const alt = outgoing.title(artifact.alt, 500);
      const { source } = artifact;
      if (source.kind === 'url')
        return html`<p>Image, ${alt}: ${linkTo(outgoing.title(source.url, 2_000))}</p>`;
      return isImageShown
        ? html`<img alt="${alt}" src="data:${source.mediaType};base64,${source.base64}">`
        : html`<p>Image, ${alt}: ${imageSize(source)}, too large to show here; the log has it.</p>`;
    }
  }
}

function redactedTable(shown: ShownTable, outgoing: Overview['outgoing']): ShownTable {
  const cells = (texts: readonly string[]) => texts.map((text) => outgoing.title(text, 500));
  return { ...shown, head: cells(shown.head), rows: shown.rows.map(cells) };
}

/** Only to the web, and told nothing of where a person comes from. */
function linkTo(url: string): Html {
  return /^https?:\/\/[^\s]+$/i.test(url)
    ? html`<a href="${url}" rel="noopener noreferrer nofollow" target="_blank">${url}</a>`
    : html`<code>${url}</code>`;
}

/** The texts are redacted already. */
function blockOf(block: Block): Html {
  switch (block.kind) {
    case 'code':
      return html`<pre>${block.lines.join('\n')}</pre>`;
    case 'table':
      return tableOf(shownTable({ columns: block.head, rows: block.rows }, mostRows));
    case 'list':
      return html`<ul>${block.items.map((item) => html`<li>${inlineOf(item)}</li>`)}</ul>`;
    case 'heading':
      return html`<h4>${inlineOf(block.text)}</h4>`;
    case 'text':
      return html`<p>${inlineOf(block.text)}</p>`;
  }
}

function inlineOf(text: string): Html {
  const pieces = piecesOf(text).map(({ kind, text: piece }) => {
    if (kind === 'plain') return html`${piece}`;
    return kind === 'strong' ? html`<strong>${piece}</strong>` : html`<code>${piece}</code>`;
  });
  return joined(pieces);
}

/** It stays a table on a narrow screen too, and scrolls by itself there: only the flow knows what its columns mean. */
function tableOf({ head, rows, left }: ShownTable): Html {
  if (head.length === 0) return html`<p>An empty table.</p>`;
  const heads = head.map((name) => html`<th scope="col">${name}</th>`);
  const body = rows.map(
    (cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
  );
  const notes = left.length === 0 ? nothing : html`<p>\u2026 and ${left.join(', ')} in the log.</p>`;
  return html`<div class="wide" tabindex="0" role="region" aria-label="Table"><table class="data"><thead><tr>${heads}</tr></thead>
<tbody>${body}</tbody></table></div>${notes}`;
}
