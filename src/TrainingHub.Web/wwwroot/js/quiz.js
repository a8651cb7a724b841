// The paper and the page before handing in. Without this file both work as forms.

import { Answers } from './quiz-answers.js';
import { Clock } from './quiz-clock.js';
import { enhance, isTyped, read, write } from './quiz-kinds.js';

const root = document.getElementById('quiz');
const { attempt, path, token } = root.dataset;
const words = JSON.parse(root.dataset.words);
const say = (key, ...values) => values.reduce((text, value, index) => text.replace(`{${index}}`, value), words[key]);
const byId = (id) => document.getElementById(id);

const answers = new Answers({ attempt, path, token }, {
  changed: (answer) => page.show(answer),
  receipt: (body) => {
    setClock(body.secondsLeft);
    if (!body.isOpen) leave('handedIn');
  },
  offline: (isOffline) => notice.set('offline', isOffline),
  signedOut: (isSignedOut) => notice.set('signedOut', isSignedOut),
  takenOver: () => {
    for (const question of document.querySelectorAll('fieldset[data-item]')) question.disabled = true;
    notice.set('takenOver', true);
  },
});

// ---- What is said above the question: one thing at a time, and only when it changes ----

const notice = {
  on: new Set(),
  shown: '',
  set(name, isOn) {
    if (isOn) this.on.add(name);
    else this.on.delete(name);
    const now = ['handedIn', 'takenOver', 'timeUpOffline', 'timeUp', 'unsaved', 'signedOut', 'offline'].find((candidate) => this.on.has(candidate)) ?? '';
    if (now === this.shown) return;
    this.shown = now;
    byId('notice').replaceChildren(...(now ? [this.draw(now)] : []));
  },
  draw(name) {
    const box = document.createElement('div');
    box.className = 'th-note warn mb-3';
    const text = document.createElement('p');
    if (name === 'offline') {
      const title = document.createElement('b');
      title.textContent = words.offlineTitle;
      text.append(title, words.offline);
    } else if (name === 'signedOut') {
      const link = document.createElement('a');
      link.href = '/account/session';
      link.target = '_blank';
      link.textContent = words.signInLink;
      text.append(words.signIn, link);
    } else if (name === 'unsaved') {
      text.textContent = say('unsaved', answers.waiting.length);
    } else {
      text.textContent = words[name];
    }
    box.append(icon(name === 'offline' ? 'cloud-off' : name === 'timeUp' || name === 'timeUpOffline' ? 'clock' : 'alert-circle'), text);
    return box;
  },
};

// The signs of being offline are needed when nothing can be fetched: they are copied into the page while it is online.
async function bringSigns() {
  const sprite = new DOMParser().parseFromString(await (await fetch('/icons.svg')).text(), 'image/svg+xml');
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const name of ['alert-circle', 'circle-check', 'clock', 'cloud-off', 'flag', 'refresh']) {
    const symbol = document.importNode(sprite.getElementById(name), true);
    symbol.id = `sign-${name}`;
    svg.append(symbol);
  }
  root.append(svg);
}

function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', byId(`sign-${name}`) ? `#sign-${name}` : `/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

// ---- The paper: one question at a time ----

function paperPage(form) {
  const fieldsets = [...form.querySelectorAll('fieldset[data-item]')];
  const groups = [...form.querySelectorAll('[data-group]')];
  const groupOf = (item) => fieldsets[item - 1].closest('[data-group]');
  const itemsOf = (group) => [...group.querySelectorAll('fieldset[data-item]')].map((fieldset) => Number(fieldset.dataset.item));
  // What is being typed is not yet an answer; it becomes one after a rest, at the latest after five seconds, on leaving the field or the
  // question, and when time is nearly up.
  const typing = new Map();
  const typingSince = new Map();
  const links = new Map([...form.querySelectorAll('.th-qs a')].map((link) => [Number(link.dataset.to), link]));
  const [previous, next, last] = ['previous', 'next', 'last'].map((name) => form.querySelector(`[data-${name}]`));
  const flagKey = `quiz flags ${attempt}`;
  const flags = new Set(readFlags());
  let current = 1;

  for (const fieldset of fieldsets) {
    const item = Number(fieldset.dataset.item);
    const savedAt = fieldset.querySelector('[data-receipt] .icon') ? fieldset.querySelector('[data-receipt]').textContent.trim().split(' ').pop() : '';
    answers.add(item, Number(fieldset.dataset.version), fieldset.dataset.choice, savedAt);
    // What a browser restored into the fields after a reload is not an answer: the server's word, or what is kept, stands.
    write(fieldset, fieldset.dataset.choice);
    enhance(fieldset);
    fieldset.addEventListener('change', () => answer(item));
    if (isTyped(fieldset)) {
      fieldset.addEventListener('input', () => {
        clearTimeout(typing.get(item));
        if (!typing.has(item)) typingSince.set(item, performance.now());
        const rest = Math.max(0, Math.min(800, 5000 - (performance.now() - typingSince.get(item))));
        typing.set(item, setTimeout(() => answer(item), rest));
      });
    }
    const flag = fieldset.querySelector('[data-flag]');
    flag.hidden = false;
    flag.addEventListener('click', () => mark(item, !flags.has(item)));
    if (flags.has(item)) mark(item, true);
  }

  for (const plain of form.querySelectorAll('[data-plain]')) plain.remove();
  byId('list').hidden = false;
  previous.hidden = false;
  previous.addEventListener('click', () => turn(Math.min(...itemsOf(groupOf(Math.max(1, Math.min(...itemsOf(groupOf(current))) - 1))))));
  next.addEventListener('click', () => turn(Math.max(...itemsOf(groupOf(current))) + 1));
  for (const link of links.values()) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      turn(Number(link.dataset.to));
    });
  }
  for (const button of form.querySelectorAll('[data-review]')) {
    button.addEventListener('click', async (event) => {
      event.preventDefault();
      button.disabled = true;
      settleTyping();
      await answers.settle(8000);
      // What is still waiting is kept; the next page goes on sending it and says how many there are.
      go(`${path}/review`);
    });
  }
  // Enter inside the form must not send it.
  form.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('pagehide', settleTyping);
  document.addEventListener('visibilitychange', () => document.hidden && settleTyping());
  addEventListener('pageshow', (event) => event.persisted && location.reload());
  addEventListener('hashchange', () => turn(Number(location.hash.slice(2)) || 1, false));
  turn(Number(location.hash.slice(2)) || 1, false);
  count();

  function answer(item) {
    clearTimeout(typing.get(item));
    typing.delete(item);
    const text = read(fieldsets[item - 1]);
    if (text !== answers.get(item).choice) answers.choose(item, text);
  }

  function settleTyping() {
    for (const item of [...typing.keys()]) answer(item);
  }

  function turn(to, moveFocus = true) {
    settleTyping();
    current = Math.min(Math.max(to, 1), fieldsets.length);
    const group = groupOf(current);
    for (const other of groups) other.hidden = other !== group;
    for (const fieldset of fieldsets) fieldset.hidden = groupOf(Number(fieldset.dataset.item)) !== group;
    const [first, lastOfGroup] = [Math.min(...itemsOf(group)), Math.max(...itemsOf(group))];
    for (const [item, link] of links) {
      if (item === current) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    byId('place').textContent = first === lastOfGroup ? say('place', current, fieldsets.length) : say('places', first, lastOfGroup, fieldsets.length);
    previous.disabled = first === 1;
    next.hidden = lastOfGroup === fieldsets.length;
    last.hidden = lastOfGroup !== fieldsets.length;
    history.replaceState(null, '', `#q${current}`);
    if (moveFocus) {
      const isFirst = first === current;
      if (isFirst) scrollTo(0, 0);
      fieldsets[current - 1].querySelector('legend').focus({ preventScroll: isFirst });
    }
  }

  function show(answer) {
    const fieldset = fieldsets[answer.item - 1];
    // Nobody's words are taken from under their hands: what is typed stays until it is an answer.
    if (!typing.has(answer.item) && read(fieldset) !== answer.choice) write(fieldset, answer.choice);
    const [kind, sign, text] = {
      saving: ['', 'refresh', words.saving],
      elsewhere: ['', 'refresh', words.saving],
      saved: ['ok', 'circle-check', say('saved', answer.savedAt)],
      waiting: ['warn', 'cloud-off', words.waiting],
      late: ['bad', 'alert-circle', say('late', answer.savedAt)],
      refused: ['bad', 'alert-circle', words.refused],
      replaced: ['warn', 'alert-circle', say('replaced', answer.savedAt)],
      none: ['', '', words.none],
    }[answer.state];
    const receipt = fieldset.querySelector('[data-receipt]');
    if (receipt.textContent.trim() !== text) {
      receipt.className = `th-st ${kind}`;
      receipt.replaceChildren(...(sign ? [icon(sign)] : []), text);
    }
    label(answer.item);
    count();
  }

  function label(item) {
    const link = links.get(item);
    const answer = answers.get(item);
    const isWaiting = ['saving', 'waiting', 'elsewhere'].includes(answer.state);
    const isAnswered = answer.choice !== '';
    link.className = isWaiting ? 'w' : isAnswered ? 'a' : '';
    link.setAttribute('aria-label', say(isWaiting ? 'itemWaiting' : isAnswered ? 'itemSaved' : 'itemNone', item) + (flags.has(item) ? words.itemFlagged : ''));
    link.replaceChildren(String(item), ...(isWaiting ? [icon('cloud-off')] : flags.has(item) ? [icon('flag')] : []));
  }

  function count() {
    for (const item of links.keys()) label(item);
    const waiting = answers.waiting.length;
    const answered = [...links.keys()].filter((item) => answers.get(item).choice !== '').length;
    byId('list-title').textContent = waiting > 0
      ? say('listWaiting', waiting, links.size - answered)
      : say('listTitle', answered, links.size - answered);
    byId('progress').value = answered - answers.waiting.filter((answer) => answer.choice !== '').length;
  }

  function mark(item, isFlagged) {
    if (isFlagged) flags.add(item);
    else flags.delete(item);
    const flag = fieldsets[item - 1].querySelector('[data-flag]');
    flag.setAttribute('aria-pressed', String(isFlagged));
    flag.querySelector('span').textContent = words[isFlagged ? 'unflag' : 'flag'];
    label(item);
    try {
      localStorage.setItem(flagKey, JSON.stringify([...flags]));
    } catch {
      // Flags are a convenience; without storage they last as long as the page.
    }
  }

  function readFlags() {
    try {
      return JSON.parse(localStorage.getItem(flagKey) ?? '[]');
    } catch {
      return [];
    }
  }

  return { show, settleTyping };
}

// ---- The page before handing in ----

function reviewPage(form) {
  for (const link of document.querySelectorAll('.th-qs a')) answers.add(Number(link.dataset.to), 0, '', '');
  let warned = false;

  form.addEventListener('submit', async (event) => {
    if (answers.waiting.length === 0 || warned) return;
    event.preventDefault();
    const button = form.querySelector('button');
    button.disabled = true;
    const unsaved = await answers.settle(8000);
    button.disabled = false;
    if (unsaved === 0) {
      form.requestSubmit();
      return;
    }
    warned = true;
    notice.set('unsaved', true);
  });

  return {
    show(answer) {
      byId('waiting').textContent = answers.waiting.length;
      const link = document.querySelector(`.th-qs a[data-to="${answer.item}"]`);
      if (answer.state === 'waiting') link.className = 'w';
      // The counts of this page are the server's: once something new has arrived it has to be drawn again.
      else if (['saved', 'replaced'].includes(answer.state) && answers.waiting.length === 0) location.reload();
    },
  };
}

// ---- Time ----

const warnings = [[60, 'oneMinute'], [300, 'fiveMinutes']];
const longestSilence = 120000;
const warningFor = (left) => warnings.find(([below]) => left <= below) ?? [Infinity, ''];
let warnedAt = null;
let heardAt = performance.now();

const paper = byId('paper');
const page = paper ? paperPage(paper) : reviewPage(byId('submission'));
const clock = new Clock(Number(root.dataset.secondsLeft), { onTick: tickClock, onTimeUp: timeUp, onSlept: askForTime });
answers.replay();
// Without them the words alone say it.
bringSigns().catch(() => {});

/** What the server says is left. More than was left here was given by whoever runs the quiz: that is said. */
function setClock(secondsLeft) {
  const more = Math.round((secondsLeft - clock.left) / 60);
  clock.set(secondsLeft);
  heardAt = performance.now();
  if (more < 1) return;
  warnedAt = warningFor(secondsLeft)[0];
  byId('time-note').textContent = say('timeAdded', more);
}

function tickClock(left) {
  // Who thinks for long saves nothing meanwhile: then the server is asked, so that time given to somebody is seen by them.
  if (left > 0 && performance.now() - heardAt > longestSilence) {
    heardAt = performance.now() + Math.random() * 20000;
    askForTime();
  }
  const seconds = Math.max(0, Math.floor(left));
  // Half a second after the deadline, when the page is shut, would be too late for the last words.
  if (left > 0 && left < 3) page.settleTyping?.();
  const text = `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
  if (byId('clock').textContent !== text) byId('clock').textContent = text;
  const [limit, word] = warningFor(left);
  if (limit === warnedAt) return;
  // Somebody may have given more time since the server was last heard.
  if (word && warnedAt !== null) askForTime();
  warnedAt = limit;
  byId('time-note').textContent = word ? words[word] : '';
}

/** The server's word; null while it cannot be heard. */
async function readClock() {
  try {
    const response = await fetch(`${path}/clock`, { cache: 'no-store', redirect: 'manual' });
    return response.ok ? await response.json() : null;
  } catch {
    // Still asleep, or offline: the next receipt sets it right.
    return null;
  }
}

async function askForTime() {
  const now = await readClock();
  if (!now) return;
  setClock(now.secondsLeft);
  if (!now.isOpen) leave('handedIn');
}

async function timeUp() {
  page.settleTyping?.();
  // Handing in now would take away what was given meanwhile.
  const now = await readClock();
  if (now?.isOpen && now.secondsLeft > 0) {
    setClock(now.secondsLeft);
    return;
  }
  notice.set('timeUp', true);
  for (const fieldset of document.querySelectorAll('fieldset[data-item]')) fieldset.disabled = true;
  await answers.settle(2000);
  try {
    // Handing in by hand or by the clock is the same; the answer is the result's page, which is opened next.
    await fetch(`${path}/submission`, { method: 'POST', headers: { 'X-Csrf-Token': answers.token }, redirect: 'manual' });
    go(path);
  } catch {
    notice.set('timeUpOffline', true);
    addEventListener('online', () => go(path), { once: true });
  }
}

// A way within the attempt, which is no leaving of it.
function go(to) {
  dispatchEvent(new Event('quiz-going'));
  location.assign(to);
}

function leave(why) {
  notice.set(why, true);
  setTimeout(() => go(path), 1500);
}
