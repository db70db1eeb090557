import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { type Browser, chromium, type Page } from 'playwright-core';

/** The golden reports in Markdown, as GitHub's own style sheet shows them in a file and in a check. */

const golden = fileURLToPath(new URL('../golden/', import.meta.url));
const style = readFileSync(
  new URL('../../node_modules/github-markdown-css/github-markdown.css', import.meta.url),
  'utf8',
);
const pictures = process.env['HEADGATE_SCREENSHOTS'];
const widths = [360, 768, 1280] as const;
const names = readdirSync(golden).filter((name) => name.endsWith('.md'));
/** Beside the golden files, so that their pictures are found. */
const shown = join(golden, '.shown.html');

let browser: Browser;
let page: Page;
let complaints: string[] = [];

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['HEADGATE_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  page = await browser.newPage();
  page.on('request', (request) => {
    if (!request.url().startsWith(pathToFileURL(golden).href)) complaints.push(request.url());
  });
  page.on('requestfailed', (request) => {
    // A picture for the other scheme is given up when the scheme changes.
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') complaints.push(`${why} ${request.url()}`);
  });
});

afterAll(async () => {
  await browser.close();
  rmSync(shown, { force: true });
});

function htmlOf(markdown: string): string {
  // Our reports are written without HTML but for line breaks in cells and the pictures of the board.
  const body = micromark(markdown, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><style>${style}
body{margin:0}.markdown-body{box-sizing:border-box;max-width:1012px;margin:0 auto;padding:32px}@media(max-width:767px){.markdown-body{padding:16px}}</style></head><body class="markdown-body">${body}</body></html>`;
}

describe('the reports, as GitHub shows them', () => {
  it.each(names)('%s fits each width, in light and dark, and asks nobody for anything', async (name) => {
    complaints = [];
    writeFileSync(shown, htmlOf(readFileSync(join(golden, name), 'utf8')));
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(pathToFileURL(shown).href);
        const wide = await page.evaluate('document.documentElement.scrollWidth');
        expect([name, width, wide]).toEqual([name, width, width]);
        if (pictures === undefined) continue;
        const path = join(pictures, `${name.replace('.md', '')}-${width}-${scheme}.png`);
        await page.screenshot({ path, fullPage: true });
      }
    }
    expect(complaints).toEqual([]);
  });

  /** Those of docs/images: copied there by hand when they look different. */
  it.each([
    ['plan', 830],
    ['run-failed', 1_010],
    ['board', 1_190],
  ])('%s makes a picture for the documentation', async (name, height) => {
    writeFileSync(shown, htmlOf(readFileSync(join(golden, `${name}.md`), 'utf8')));
    await page.emulateMedia({ colorScheme: 'light' });
    await page.setViewportSize({ width: 960, height });
    await page.goto(pathToFileURL(shown).href);
    const picture = await page.screenshot();
    expect(picture.length).toBeLessThan(300_000);
    if (pictures !== undefined) writeFileSync(join(pictures, `documentation-${name}.png`), picture);
  });
});
