/**
 * What the live page does by itself: looks for news, shows it without taking away where a person is, lets the log grow,
 * and asks before something is cancelled. All of the page works without it, but for that.
 */
export const scriptText = `'use strict';
(() => {
  const lookMs = 2000, logMs = 1000, mostLines = 5000;
  const byId = (id) => document.getElementById(id);
  const contact = byId('contact'), pause = byId('pause'), part = byId('log-part'), log = byId('log');
  let isPaused = false, tag = '';

  const url = new URL(location.href);
  if (url.searchParams.has('said')) {
    url.searchParams.delete('said');
    history.replaceState(null, '', url);
  }

  function say(text) {
    if (contact.textContent !== text) contact.textContent = text;
  }

  function isBusy(part) {
    const active = document.activeElement;
    const selection = getSelection();
    return (
      (part.contains(active) && /^(?:INPUT|TEXTAREA|SELECT)$/.test(active.tagName)) ||
      (selection && !selection.isCollapsed && selection.anchorNode && part.contains(selection.anchorNode))
    );
  }

  function keyOf(element) {
    return element.id || element.getAttribute('href') || '';
  }

  function replace(old, fresh) {
    if (old.innerHTML === fresh.innerHTML || isBusy(old)) return;
    const active = old.contains(document.activeElement) ? keyOf(document.activeElement) : '';
    old.replaceChildren(...fresh.childNodes);
    if (active === '') return;
    const again = [...old.querySelectorAll('a,button')].find((element) => keyOf(element) === active);
    (again || byId('main')).focus({ preventScroll: true });
  }

  function show(text) {
    const page = new DOMParser().parseFromString(text, 'text/html');
    document.title = page.title;
    for (const fresh of page.querySelectorAll('[data-part]')) {
      const old = byId(fresh.id);
      if (old) replace(old, fresh);
    }
    const token = page.querySelector('input[name=token]');
    if (token) for (const input of document.querySelectorAll('input[name=token]')) input.value = token.value;
    const freshLog = page.getElementById('log-part');
    const isOther = part && freshLog && part.dataset.log !== freshLog.dataset.log;
    if (isOther && !isPaused) location.reload();
  }

  async function look() {
    if (isPaused || document.hidden) return;
    try {
      const answer = await fetch(location.href, { headers: { 'if-none-match': tag }, cache: 'no-store' });
      if (answer.status === 404) return say('This page is gone');
      if (answer.status === 200) {
        tag = answer.headers.get('etag') || '';
        show(await answer.text());
      } else if (answer.status !== 304) throw new Error(answer.status);
      say('Live');
    } catch {
      say('No contact with headgate up');
    }
  }

  async function readLog() {
    if (isPaused || document.hidden) return;
    try {
      const answer = await fetch(part.dataset.source + '&after=' + part.dataset.next, { cache: 'no-store' });
      if (!answer.ok) return;
      const page = await answer.json();
      if (page.lines.length > 0) append(page.lines);
      part.dataset.next = page.next;
      if (page.isComplete) part.dataset.complete = '';
    } catch {
      say('No contact with headgate up');
    }
  }

  function append(lines) {
    for (const text of lines) {
      const line = document.createElement('span');
      line.textContent = text;
      log.append(line, '\\n');
    }
    while (log.childNodes.length > mostLines * 2) log.firstChild.remove();
    toEnd();
  }

  function toEnd() {
    if (byId('follow').checked) log.scrollTop = log.scrollHeight;
  }

  function every(ms, job) {
    const again = async () => {
      if ((await job()) !== 'done') setTimeout(again, ms);
    };
    setTimeout(again, ms);
  }

  pause.hidden = false;
  pause.addEventListener('click', () => {
    isPaused = !isPaused;
    pause.textContent = isPaused ? 'Go on with updates' : 'Pause updates';
    say(isPaused ? 'Paused' : 'Live');
  });
  document.addEventListener('submit', (event) => {
    const question = event.target.dataset.question;
    if (question && !confirm(question)) return event.preventDefault();
    for (const button of event.target.querySelectorAll('button')) button.disabled = true;
  });
  document.addEventListener('visibilitychange', look);
  say('Live');
  every(lookMs, look);
  if (log && part.dataset.source) {
    toEnd();
    byId('follow').addEventListener('change', toEnd);
    every(logMs, async () => ('complete' in part.dataset ? 'done' : readLog()));
  }
})();
`;
