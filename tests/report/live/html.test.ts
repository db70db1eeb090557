import { fc, it } from '@fast-check/jest';
import { expect } from '@jest/globals';
import { escapeHtml, html, joined, withCode } from '../../../src/report/live/html.ts';

it('escapes every value, in text and within an attribute', () => {
  const hostile = `<b title='x'>"&`;
  const { markup } = html`<i title="${hostile}">${hostile}</i>`;
  const escaped = '&lt;b title=&#39;x&#39;&gt;&quot;&amp;';
  expect(markup).toBe(`<i title="${escaped}">${escaped}</i>`);
});

it('keeps markup that it made itself, alone or in a list, and leaves out what is undefined', () => {
  expect(html`<p>${html`<b>${1}</b>`}${[html`<i>a</i>`, html`<i>b</i>`]}${undefined}</p>`.markup).toBe(
    '<p><b>1</b><i>a</i><i>b</i></p>',
  );
});

it('takes nothing for markup that only has its shape', () => {
  const forged = JSON.parse('{"markup":"<script>"}') as ReturnType<typeof html>;
  expect(() => html`${forged}`).toThrow(TypeError);
});

it.prop([fc.string({ unit: 'binary' })])(
  'never lets a text open a tag, an attribute or an entity',
  (text) => {
    const { markup } = html`${text}`;
    expect(markup).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
  },
);

it('marks code between backticks, and escapes on both sides of them', () => {
  expect(withCode('raise `<a>` & go').markup).toBe('raise <code>&lt;a&gt;</code> &amp; go');
});

it('escapes the separator of joined parts', () => {
  expect(joined([html`a`, html`b`], ' < ').markup).toBe('a &lt; b');
  expect(escapeHtml('ok')).toBe('ok');
});
