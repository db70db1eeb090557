import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { emptyRegistry } from '../../src/core/deployment.ts';
import { emptyState } from '../../src/core/state.ts';
import { type LivePage, serveLive } from '../../src/doors/cli/live/server.ts';
import { performSite } from '../../src/doors/cli/live/site-files.ts';
import { noon } from '../core/builders.ts';
import {
  artifactLines,
  asked,
  type Content,
  everydayState,
  failedId,
  flows,
  hostileLines,
  hourly,
  lostId,
  nightly,
  openId,
  type Stage,
  stageOf,
  taskLines,
  thousandRuns,
} from '../doors/cli/live/stage.ts';

const pictures = process.env['HEADGATE_SCREENSHOTS'];
const widths = [360, 768, 1280] as const;

let browser: Browser;
let context: BrowserContext;
let page: Page;
let served: LivePage | undefined;
/** Whatever a page complains about, and whatever it asks of others. */
let complaints: string[];

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: process.env['HEADGATE_CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
});

afterAll(async () => {
  await browser.close();
});

beforeEach(async () => {
  complaints = [];
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(served?.address ?? 'file:');
    if (!isOwn) complaints.push(`asked for ${request.url()}`);
  });
});

afterEach(async () => {
  await context.close();
  await served?.close();
  served = undefined;
});

async function serve(content: Content): Promise<{ readonly stage: Stage; readonly address: string }> {
  const stage = await stageOf(content);
  served = await serveLive({
    site: stage.site,
    port: 0,
    known: stage.known,
    onDeed: stage.refresh,
  });
  return { stage, address: served.address };
}

async function serveEveryday() {
  const live = await serve({ registry: flows, state: everydayState() });
  live.stage.logs.set('a2', { lines: [...taskLines(), ...artifactLines(), ...hostileLines], isEnded: true });
  live.stage.logs.set('open', { lines: ['checking', 'still checking'], isEnded: false });
  live.stage.logs.set('good', { lines: ['all well'], isEnded: true });
  return live;
}

/** Playwright's own way to wait for a condition evaluates text, which the page's policy forbids. */
async function shows(selector: string, text: string): Promise<void> {
  await page.locator(selector).filter({ hasText: text }).waitFor();
}

async function picture(name: string, width: number, scheme: string): Promise<void> {
  if (pictures === undefined) return;
  await page.screenshot({ path: join(pictures, `${name}-${width}-${scheme}.png`), fullPage: true });
}

/** Contrast of every text with what is behind it (WCAG 2, relative luminance); those below 4.5 : 1. */
function weakContrasts(): Promise<readonly string[]> {
  return page.evaluate(`(() => {
    const numbers = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
    const light = ([r, g, b]) => {
      const [x, y, z] = [r, g, b].map((v) => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const behind = (element) => {
      for (let at = element; at; at = at.parentElement) {
        const colour = numbers(getComputedStyle(at).backgroundColor);
        if (colour.length < 4 || colour[3] > 0) return colour;
      }
      return [255, 255, 255];
    };
    const texts = [...document.querySelectorAll('body *')].filter(
      (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && element.offsetParent,
    );
    return texts.flatMap((element) => {
      const [a, b] = [light(numbers(getComputedStyle(element).color)), light(behind(element))];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      return ratio < 4.5 ? [element.outerHTML.slice(0, 80) + ' ' + ratio.toFixed(2)] : [];
    });
  })()`);
}

const views = [
  ['overview', '/'],
  ['runs', '/all-runs/1.html'],
  ['flows', '/all-flows/1.html'],
  ['flow', `/flows/${asked}.html`],
  ['run', `/runs/${failedId}.html`],
  ['open-run', `/runs/${openId}.html`],
  ['lost-run', `/runs/${lostId}.html`],
  ['scheduled-flow', `/flows/${hourly}.html`],
] as const;

describe('every view', () => {
  it.each(views)(
    '%s fits each width, in light and dark, with contrasts that can be read',
    async (name, path) => {
      const { address } = await serveEveryday();
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          await page.goto(`${address}${path}`);
          const wide = await page.evaluate('document.documentElement.scrollWidth');
          expect([name, width, wide]).toEqual([name, width, width]);
          await picture(name, width, scheme);
        }
        expect(await weakContrasts()).toEqual([]);
      }
      expect(await page.evaluate("document.querySelectorAll('h1').length")).toBe(1);
      expect(complaints).toEqual([]);
    },
  );

  it('shows an empty project', async () => {
    const { address } = await serve({ registry: emptyRegistry, state: emptyState(noon) });
    for (const width of widths) {
      await page.setViewportSize({ width, height: 700 });
      await page.goto(address);
      await picture('empty', width, 'light');
    }
    expect(await page.innerText('main')).toContain('No flow is deployed yet.');
    await page.goto(`${address}/all-runs/1.html`);
    expect(await page.innerText('main')).toContain('There is no run yet.');
    expect(complaints).toEqual([]);
  });

  it('shows a thousand runs, page by page, on light pages', async () => {
    const { address } = await serve({ registry: flows, state: thousandRuns() });
    let bytes = 0;
    page.on('response', async (response) => {
      bytes += Number(response.headers()['content-length'] ?? 0);
    });
    await page.goto(address);
    await picture('thousand', 1280, 'light');
    expect(bytes).toBeGreaterThan(1_000);
    expect(bytes).toBeLessThan(100_000);
    await page.click('text=985 more runs');
    expect(await page.locator('tbody tr').count()).toBe(50);
    await page.setViewportSize({ width: 360, height: 800 });
    await picture('thousand-runs', 360, 'light');
    await page.click('nav.pages >> text=20');
    expect(await page.innerText('caption')).toBe('Runs 951 to 1000 of 1000');
    expect(complaints).toEqual([]);
  });

  it('shows hostile log lines as text that does nothing', async () => {
    const { address } = await serveEveryday();
    await page.goto(`${address}/runs/${failedId}.html`);
    expect(await page.innerText('#log')).toContain('<script>window.pwned = true</script>');
    expect(await page.evaluate("[window.pwned, document.getElementById('stolen')]")).toEqual([
      undefined,
      null,
    ]);
    expect(complaints).toEqual([]);
  });
});

describe('artifacts', () => {
  it('are shown as what they are: text, a table, a link, an image of the flow itself', async () => {
    const { address } = await serveEveryday();
    await page.goto(`${address}/runs/${failedId}.html`);
    const part = page.locator('#artifacts');
    expect(await part.locator('h3').allInnerTexts()).toEqual([
      'Notes',
      'Rows',
      'Dashboard',
      'Trap',
      'Chart',
      'Elsewhere',
    ]);
    expect(await part.locator('strong').allInnerTexts()).toEqual(['Total:']);
    expect(await part.innerText()).toContain('<b>returns</b>');
    const links = await part.locator('a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(links).toEqual(['https://bi.example/d/1?day=2026-11-24', 'https://evil.example/x.png']);
    const size = "(({naturalWidth, alt}) => [naturalWidth, alt])(document.querySelector('#artifacts img'))";
    expect(await page.evaluate(size)).toEqual([320, 'Sales by day, rising']);
    expect(await page.locator('img').count()).toBe(1);
    expect(await page.evaluate('window.pwned')).toBeUndefined();
    expect(complaints).toEqual([]);
  });

  it('scroll by themselves where a table is wider than the page', async () => {
    const { address } = await serveEveryday();
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(`${address}/runs/${failedId}.html`);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(await page.locator('.data td').first().isVisible()).toBe(true);
  });
});

describe('what is live', () => {
  it('lets the log grow, and follows it only while that is wanted', async () => {
    const { stage, address } = await serveEveryday();
    await page.goto(`${address}/runs/${openId}.html`);
    const printed = stage.logs.get('open');
    printed?.lines.push(...Array.from({ length: 300 }, (_, index) => `row ${index}`), '<b>bold</b>');
    await shows('#log', '<b>bold</b>');
    const atEnd =
      "(({scrollTop, clientHeight, scrollHeight}) => scrollHeight - scrollTop - clientHeight < 4)(document.getElementById('log'))";
    expect(await page.evaluate(atEnd)).toBe(true);
    await page.uncheck('#follow');
    await page.evaluate("document.getElementById('log').scrollTop = 0");
    printed?.lines.push('one more');
    await shows('#log', 'one more');
    expect(await page.evaluate(atEnd)).toBe(false);
    expect(complaints).toEqual([]);
  });

  it('shows news without a reload, keeps the focus, and pauses when asked to', async () => {
    const { stage, address } = await serveEveryday();
    await page.goto(address);
    await page.focus(`#run-${hourly}`);
    const command = { kind: 'pause', flow: hourly } as const;
    const { control } = await import('../../src/engine/control.ts');
    await control(stage.site.world, command, { by: 'ada', style: stage.site.presentation });
    await stage.refresh();
    await shows('#flows', 'paused');
    expect(await page.evaluate('document.activeElement.id')).toBe(`run-${hourly}`);
    await page.click('#pause');
    expect(await page.innerText('#contact')).toBe('Paused');
    expect(complaints).toEqual([]);
  });

  it('tells of a tick that failed, on every page, until one goes well', async () => {
    const stage = await stageOf({ registry: flows, state: everydayState() });
    let trouble: { readonly trouble?: string } = { trouble: 'E_STATE The state cannot be read <b>now</b>.' };
    const known = () => ({ ...stage.known(), ...trouble });
    served = await serveLive({ site: stage.site, port: 0, known, onDeed: stage.refresh });
    await page.goto(`${served.address}/all-runs/1.html`);
    expect(await page.innerText('[role=alert]')).toContain('E_STATE The state cannot be read <b>now</b>.');
    trouble = {};
    await page.waitForSelector('[role=alert]', { state: 'detached' });
    expect(complaints).toEqual([]);
  });

  it('says when headgate up has ended', async () => {
    const { address } = await serveEveryday();
    await page.goto(address);
    await served?.close();
    await shows('#contact', 'No contact');
    served = undefined;
  });
});

describe('the buttons', () => {
  it('run a flow by keyboard alone, and say so', async () => {
    const { stage, address } = await serveEveryday();
    await page.goto(address);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.focus(`#run-${hourly}`);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/runs\/hourly-check-m-/);
    expect(await page.innerText('.notice')).toBe('Done: run requested.');
    expect([...stage.known().snapshot.state.runs.keys()].some((id) => id.startsWith(`${hourly}-m-`))).toBe(
      true,
    );
    await picture('requested', 1280, 'light');
    expect(complaints).toEqual([]);
  });

  it('run a flow with parameters, and say what is wrong with them', async () => {
    const { stage, address } = await serveEveryday();
    await page.goto(`${address}/flows/${asked}.html`);
    await page.fill('#parameters', '{"region": "mars"}');
    await page.click(`#run-${asked}`);
    await page.waitForSelector('.notice.bad');
    expect(await page.innerText('.notice')).toContain('mars');
    await picture('refused', 360, 'light');
    await page.fill('#parameters', '{"region": "eu"}');
    await page.click(`#run-${asked}`);
    await page.waitForURL(/\/runs\/asked-report-m-/);
    const runs = [...stage.known().snapshot.state.runs.values()].filter(
      ({ flow, id }) => flow === asked && id !== lostId,
    );
    expect(runs.map(({ parameters }) => parameters)).toEqual([{ region: 'eu', rows: 10 }]);
  });

  it('ask before they cancel, and cancel then', async () => {
    const { stage, address } = await serveEveryday();
    await page.goto(`${address}/runs/${openId}.html`);
    page.once('dialog', (dialog) => void dialog.dismiss());
    await page.click(`#cancel-${openId}`);
    expect(stage.known().snapshot.state.runs.get(openId)?.cancel).toBeUndefined();
    page.once('dialog', (dialog) => void dialog.accept());
    await page.click(`#cancel-${openId}`);
    await page.waitForSelector('.notice');
    expect(stage.known().snapshot.state.runs.get(openId)?.cancel).toMatchObject({ by: 'ada' });
    expect(await page.innerText('#facts')).toContain('being cancelled');
  });

  it('grant one more attempt', async () => {
    const { stage, address } = await serveEveryday();
    await page.goto(address);
    await page.click(`#attention >> #retry-${failedId}`);
    await page.waitForSelector('.notice');
    expect(stage.known().snapshot.state.runs.get(failedId)?.phase.state).toBe('queued');
  });

  it('say how a run ended that nobody saw end', async () => {
    const { stage, address } = await serveEveryday();
    await page.goto(address);
    await page.click(`#attention >> a[href$="#resolve"]`);
    await page.waitForURL(new RegExp(`/runs/${lostId}.html#resolve`));
    const questions: string[] = [];
    page.on('dialog', (dialog) => {
      questions.push(dialog.message());
      void dialog.accept();
    });
    await page.focus(`#resolve-succeeded-${lostId}`);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.notice');
    expect(questions).toEqual([`Record that run ${lostId} succeeded? What follows it goes by that.`]);
    expect(await page.innerText('.notice')).toBe('Done: the run is resolved.');
    expect(stage.known().snapshot.state.runs.get(lostId)?.phase.state).toBe('succeeded');
    expect(await page.locator('#resolve').count()).toBe(0);
  });

  it.each([
    ['It failed', 'failed'],
    ['Run it again', 'queued'],
  ])('%s, as a person found', async (label, state) => {
    const { stage, address } = await serveEveryday();
    await page.goto(`${address}/runs/${lostId}.html`);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.click(`#resolve >> text=${label}`);
    await page.waitForSelector('.notice');
    expect(stage.known().snapshot.state.runs.get(lostId)?.phase.state).toBe(state);
  });

  it('pause a flow and let it go on', async () => {
    const { stage, address } = await serveEveryday();
    await page.goto(`${address}/flows/${hourly}.html`);
    await page.click(`#pause-${hourly}`);
    await page.waitForSelector('.notice');
    expect(stage.known().snapshot.state.pauses.get(hourly)).toMatchObject({ by: 'ada' });
    await page.click(`#resume-${hourly}`);
    await shows('.notice', 'the flow goes on');
    expect(stage.known().snapshot.state.pauses.size).toBe(0);
  });

  it('run the slots of a range again', async () => {
    const { stage, address } = await serveEveryday();
    await page.goto(`${address}/flows/${nightly}.html`);
    await page.fill('#from', '2026-11-20T00:00');
    await page.fill('#to', '2026-11-22T12:00');
    page.on('dialog', (dialog) => void dialog.accept());
    await page.click(`#backfill-${nightly}`);
    await page.waitForSelector('.notice');
    expect(await page.innerText('.notice')).toBe('Done: the backfill of 3 slots is requested.');
    const made = [...stage.known().snapshot.state.runs.values()].filter(
      ({ cause }) => cause.kind === 'backfill',
    );
    expect(made).toHaveLength(3);
  });

  it('cannot be pressed by the page of a stranger', async () => {
    const { stage, address } = await serveEveryday();
    const stranger = await context.newPage();
    await stranger.setContent(
      `<form method="post" action="${address}/do/cancel"><input name="subject" value="${openId}"><input name="token" value="x"><button>Go</button></form>`,
    );
    await stranger.click('button');
    await stranger.waitForURL(/do\/cancel/);
    expect(await stranger.innerText('body')).toContain('Buttons work from the page');
    await stage.refresh();
    expect(stage.known().snapshot.state.runs.get(openId)?.cancel).toBeUndefined();
  });
});

describe('the files of headgate site', () => {
  it('show every view from a folder, with style, without buttons, and without asking anybody', async () => {
    const { stage } = await serveEveryday();
    await served?.close();
    served = undefined;
    const folder = mkdtempSync(join(tmpdir(), 'headgate-site-'));
    try {
      const out = join(folder, 'site');
      await performSite({ ...stage.site, root: folder, directory: folder, cwd: folder }, out);
      await page.goto(pathToFileURL(join(out, 'index.html')).href);
      expect(await page.evaluate('getComputedStyle(document.body).margin')).toBe('0px');
      await page.click(`text=${failedId}`);
      expect(await page.innerText('#log')).toContain('connecting to the warehouse');
      expect(await page.locator('svg rect').count()).toBe(3);
      expect(await page.locator('button').count()).toBe(0);
      await picture('static-run', 768, 'light');
      expect(complaints).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
