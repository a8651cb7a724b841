// The player's phone: shows the question that is open, sends one answer and keeps it until the server has given its receipt.

import { follow } from './contest-feed.js';
import { drawOptions } from './contest-options.js';
import { preload, show } from './contest-pictures.js';

const root = document.getElementById('contest');
const words = JSON.parse(root.dataset.words);
const path = `/contests/${root.dataset.code}`;
const store = `contest ${root.dataset.code}`;
const part = (name) => root.querySelector(`[data-${name}]`);
const [place, clock, said, stem, pictures, options, receipt, points, rank, connection] =
  ['place', 'clock', 'said', 'stem', 'pictures', 'options', 'receipt', 'points', 'rank', 'connection'].map(part);

const answers = new Map();
let view = null;
let ends = null;
let announced = null;
let roundTrip = 0;

const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, at) => values[at]);

function pending() {
  try {
    return JSON.parse(sessionStorage.getItem(store));
  } catch {
    return null;
  }
}

function keep(answer) {
  try {
    sessionStorage.setItem(store, JSON.stringify(answer));
  } catch {
    // Without a store the answer lives as long as the page.
  }
}

function forget() {
  try {
    sessionStorage.removeItem(store);
  } catch {
    // Nothing was kept.
  }
}

function note(text, kind = '') {
  receipt.hidden = !text;
  receipt.className = `th-note mt-3 ${kind}`;
  receipt.textContent = text;
}

/** The shortest of a few: what was slower was the phone, not the network. */
async function measure() {
  const times = [];
  for (let turn = 0; turn < 3; turn++) {
    const start = performance.now();
    try {
      const response = await fetch(`${path}/clock`, { cache: 'no-store' });
      if (response.ok) times.push(performance.now() - start);
    } catch {
      // Measured again before the next question.
    }
  }
  if (times.length > 0) roundTrip = Math.round(Math.min(...times));
}

async function send(answer) {
  for (let turn = 0; ; turn++) {
    try {
      const response = await fetch(`${path}/answers`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-Csrf-Token': root.dataset.token },
        body: JSON.stringify({ item: answer.item, choice: answer.choice, id: answer.id, roundTrip }),
      });
      if (response.status === 400) {
        // The token belongs to an earlier sign-in: a new page has a new one, and the answer is kept.
        if (turn === 0) location.reload();
        return;
      }
      if (response.status >= 500) throw new Error(String(response.status));
      const body = await response.json();
      forget();
      Object.assign(answer, response.ok ? { state: 'saved', choice: body.choice, at: body.at } : { state: 'refused', why: body.refusal });
      draw();
      if (!response.ok) standing();
      return;
    } catch {
      answer.state = 'retrying';
      draw();
      await new Promise((resolve) => setTimeout(resolve, Math.min(5000, 300 * 2 ** turn) * (0.5 + Math.random())));
    }
  }
}

function choose(letters) {
  if (!letters || !isOpen()) return;
  const answer = { item: view.item, choice: letters, id: `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`, state: 'sending' };
  answers.set(view.item, answer);
  // Kept before it is sent: the page may be loaded anew between the two.
  keep(answer);
  draw();
  send(answer);
}

function isOpen() {
  return view?.phase === 'Open' && !view.paused && !answers.has(view.item) && (ends === null || performance.now() <= ends);
}

function press(button) {
  if (!isOpen()) return;
  if (view.question.kind === 'Multiple') {
    button.setAttribute('aria-pressed', button.getAttribute('aria-pressed') === 'true' ? 'false' : 'true');
  } else {
    choose(button.dataset.letter);
  }
}

function picked() {
  return [...options.querySelectorAll('[data-letter][aria-pressed="true"]')].map((button) => button.dataset.letter).join('');
}

function build() {
  const { question } = view;
  stem.textContent = question.stem;
  pictures.replaceChildren(...question.pictures.map(show));
  drawOptions(options, question, words, press, () => choose(picked()));
}

function draw() {
  const answer = answers.get(view.item);
  for (const button of options.querySelectorAll('button')) {
    button.disabled = !isOpen();
    if (answer && button.dataset.letter) button.setAttribute('aria-pressed', String(answer.choice.includes(button.dataset.letter)));
    if (view.right && button.dataset.letter) button.toggleAttribute('data-right', view.right.some((right) => right.includes(button.dataset.letter)));
  }
  if (view.withdrawn) return note(words.withdrawn, 'warn');
  if (view.right) return result(answer);
  if (!view.question) return note('');
  if (!answer) return note(view.paused ? words.paused : view.phase === 'Locked' ? words.Locked : view.question.kind === 'Multiple' ? words.several : words.Open);
  if (answer.state === 'saved') return note(fill(words.receipt, answer.choice, answer.at), 'ok');
  if (answer.state === 'refused') return note(words[answer.why] ?? words.NotOpen, 'bad');
  return note(answer.state === 'retrying' ? words.retrying : words.sending, answer.state === 'retrying' ? 'warn' : '');
}

function result(answer) {
  const right = view.right.join(' / ');
  if (answer?.state !== 'saved') return note(`${words.missed} ${fill(words.answer, right)}`);
  return view.right.includes(answer.choice) ? note(words.right, 'ok') : note(`${words.wrong} ${fill(words.answer, right)}`, 'bad');
}

async function standing() {
  try {
    const response = await fetch(`${path}/seat`, { cache: 'no-store' });
    // Of a contest between classes the devices are forgotten when it is over.
    if (response.status === 404) return view?.phase === 'Finished' ? undefined : note(words.NoSeat, 'bad');
    const own = await response.json();
    points.textContent = own.points + (own.gained ? ` (${own.gained > 0 ? '+' : ''}${own.gained})` : '');
    rank.textContent = own.rank ? `${own.rank} / ${own.of}` : '–';
    if (own.answer && own.item === view?.item) {
      answers.set(own.item, { item: own.item, choice: own.answer.choice, at: own.answer.at, state: 'saved' });
      draw();
    }
  } catch {
    // Asked for again with the next question.
  }
}

function state(next) {
  const isNew = next.item !== view?.item || next.phase !== view?.phase;
  const isOther = next.item !== view?.item || Boolean(next.question) !== Boolean(view?.question);
  view = next;
  ends = view.phase === 'Open' && !view.paused ? performance.now() + view.left - Math.min(roundTrip, 1000) / 2 : null;
  place.textContent = fill(words.place, view.item, view.items);
  if (view.question && isOther) {
    build();
    announced = null;
    stem.focus({ preventScroll: true });
    scrollTo(0, 0);
  } else if (!view.question && isOther) {
    options.replaceChildren();
    pictures.replaceChildren();
  }
  if (!view.question) stem.textContent = words[view.phase] ?? words.Ready;
  if (isNew) said.textContent = view.paused ? words.paused : words[view.phase] ?? '';
  draw();
  tick();
  if (isNew && view.phase === 'Ready') setTimeout(measure, Math.random() * 1500);
  if (isNew && (view.phase === 'Revealed' || view.phase === 'Finished' || isOther)) setTimeout(standing, Math.random() * 800);
}

function tick() {
  if (ends === null) {
    clock.textContent = view?.paused ? words.paused : '–';
    return;
  }
  const left = Math.max(0, Math.ceil((ends - performance.now()) / 1000));
  clock.textContent = fill(words.seconds, left);
  // Said twice and no more: a voice that counts down is no help.
  if ((left === 10 || left === 5) && announced !== left) {
    announced = left;
    said.textContent = fill(words.left, left);
  }
  if (left === 0) draw();
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !isOpen()) return;
  const letter = /^[1-9]$/.test(event.key) ? String.fromCharCode(64 + Number(event.key)) : event.key.toUpperCase();
  const button = letter.length === 1 && options.querySelector(`[data-letter="${CSS.escape(letter)}"]`);
  if (button) press(button);
});

setInterval(tick, 250);
const left = pending();
if (left) {
  answers.set(left.item, left);
  left.state = 'sending';
}
measure();
setTimeout(() => preload(path), Math.random() * 3000);
follow({ code: root.dataset.code }, {
  state: (next) => {
    const isFirst = view === null;
    state(next);
    if (isFirst && left && answers.get(left.item) === left) send(left);
  },
  connection: (isOnline) => {
    connection.querySelector('span').textContent = isOnline ? words.online : words.offline;
  },
});
