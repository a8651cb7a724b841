// A team's device on the stage: shows the question, buzzes, chooses risk questions and sends the team's answer.

import { follow } from './contest-feed.js';
import { drawOptions } from './contest-options.js';
import { preload, show } from './contest-pictures.js';

const root = document.getElementById('stage');
const words = JSON.parse(root.dataset.words);
const path = `/contests/${root.dataset.code}`;
const own = Number(root.dataset.team);
const part = (name) => root.querySelector(`[data-${name}]`);
const [place, clock, said, stem, pictures, buzz, choice, naming, options, receipt, points, rank, connection] =
  ['place', 'clock', 'said', 'stem', 'pictures', 'buzz', 'choice', 'naming', 'options', 'receipt', 'points', 'rank', 'connection'].map(part);
const button = buzz.querySelector('button');
const [stake, named] = [document.getElementById('stake'), document.getElementById('named')];

let view = null;
let ends = null;
let announced = null;
let sending = false;

const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, at) => values[at]);
const has = (list) => Boolean(list?.includes(own));
const nameOf = (team) => view.teams.find((one) => one.number === team)?.name ?? '';
const isBuzzed = () => view.block === 'Buzz' || view.block === 'SuddenDeath';

function note(text, kind = '') {
  receipt.hidden = !text;
  receipt.className = `th-note mt-3 ${kind}`;
  receipt.textContent = text;
}

/** Sent until the server has given its receipt; the same id each time, so that it is one. */
async function send(move) {
  if (sending) return;
  sending = true;
  const id = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  note(words.Play_Sending);
  draw();
  for (let turn = 0; ; turn++) {
    try {
      const body = new URLSearchParams({ ...move, id });
      const response = await fetch(`${path}/moves`, { method: 'POST', headers: { 'X-Csrf-Token': root.dataset.token }, body });
      if (response.status === 400) {
        // The token belongs to an earlier sign-in: a new page has a new one.
        location.reload();
        return;
      }
      if (response.status >= 500) throw new Error(String(response.status));
      const answer = await response.json().catch(() => ({ refusal: 'NoSeat' }));
      sending = false;
      if (!response.ok) note(words[`Refusal_${answer.refusal}`] ?? words.Refusal_NotNow, 'bad');
      else if (answer.kind === 'FalseStarted') note(words.Play_FalseStart, 'bad');
      else if (answer.kind === 'Buzzed') note(words.Play_First, 'ok');
      else note(fill(words.Play_Sent, answer.at), 'ok');
      draw();
      return;
    } catch {
      note(words.Play_Retrying, 'warn');
      await new Promise((resolve) => setTimeout(resolve, Math.min(3000, 200 * 2 ** turn) * (0.5 + Math.random())));
    }
  }
}

function mayAnswer() {
  if (!view?.question || view.paused || sending || has(view.spoken)) return false;
  return view.phase === 'Answering' ? view.buzzer === own : view.phase === 'Running' && !isBuzzed() && has(view.entrants);
}

function mayBuzz() {
  return Boolean(view?.question) && isBuzzed() && !view.paused && !sending && (view.phase === 'Shown' || view.phase === 'Running') && has(view.entrants) && !has(view.falseStarts);
}

const picked = () => [...options.querySelectorAll('[data-letter][aria-pressed="true"]')].map((one) => one.dataset.letter).join('');

function press(one) {
  if (!mayAnswer()) return;
  if (view.question.kind === 'Multiple') {
    one.setAttribute('aria-pressed', one.getAttribute('aria-pressed') === 'true' ? 'false' : 'true');
  } else {
    one.setAttribute('aria-pressed', 'true');
    give(one.dataset.letter);
  }
}

function give(letters) {
  if (letters && mayAnswer()) send({ kind: 'Given', item: view.item, choice: letters });
}

function build() {
  const { question } = view;
  stem.textContent = question.stem;
  pictures.replaceChildren(...question.pictures.map(show));
  drawOptions(options, question, { yes: words.True, no: words.False, send: words.Step_Send }, press, () => give(picked()));
}

/** What the team is told now, in one sentence. */
function sentence() {
  if (view.paused) return words.Phase_Paused;
  if (view.phase === 'Finished') return words.Finished;
  if (view.chooser) return view.chooser === own ? words.Play_Choose : fill(words.Play_Other, nameOf(view.chooser));
  if (view.withdrawn) return words.Withdrawn;
  if (view.choice && !view.question) return fill(words.Play_Chosen, nameOf(view.choice.team), view.choice.points, nameOf(view.choice.to ?? view.choice.team));
  const verdict = view.verdicts?.find((one) => one.team === own);
  const key = view.right ? fill(words.Play_Key, view.right) : '';
  if (view.phase === 'Audience') return words.Play_Audience;
  if (view.phase === 'Revealed' || view.phase === 'Judged') return (verdict ? (verdict.right ? words.Play_Right : words.Play_Wrong) : words.Play_Judged) + key;
  if (view.phase === 'Answering') return view.buzzer === own ? words.Play_First + words.Play_Answer : fill(words.Play_FirstOther, nameOf(view.buzzer));
  if (!view.question) return words.Waiting;
  if (view.block === 'Audience') return words.Play_Audience;
  if (isBuzzed()) return has(view.falseStarts) ? words.Play_FalseStart : !has(view.entrants) ? fill(words.Play_Other, view.entrants.map(nameOf).join(' ')) : view.phase === 'Shown' ? words.Play_ShownBuzz : words.Play_Buzz;
  if (!has(view.entrants)) return fill(words.Play_Other, nameOf(view.answerer));
  if (view.phase === 'Shown') return words.Play_Shown;
  return words.Play_Own + (view.question.kind === 'Multiple' ? words.Several : words.Play_Answer);
}

function draw() {
  for (const one of options.querySelectorAll('button')) {
    one.disabled = !mayAnswer();
    if (view.right && one.dataset.letter) one.toggleAttribute('data-right', view.right.includes(one.dataset.letter));
  }
  buzz.hidden = !(view.question && isBuzzed() && (view.phase === 'Shown' || view.phase === 'Running') && has(view.entrants));
  button.disabled = !mayBuzz();
  choice.hidden = view.chooser !== own;
  for (const one of choice.querySelectorAll('button')) one.disabled = sending || view.paused;
}

function state(next) {
  const isOther = next.item !== view?.item || Boolean(next.question) !== Boolean(view?.question);
  const isStarted = next.phase !== view?.phase || next.chooser !== view?.chooser;
  view = next;
  ends = view.running ? performance.now() + view.left : null;
  place.textContent = view.round ? fill(words.Round_Now, view.round, words[`Block_${view.block}`]) : '';
  if (isOther || isStarted) announced = null;
  if (isOther) note('');
  if (view.question && isOther) {
    build();
    stem.focus({ preventScroll: true });
    scrollTo(0, 0);
  } else if (!view.question) {
    options.replaceChildren();
    pictures.replaceChildren();
    stem.textContent = view.phase === 'Finished' ? words.Finished : words.Waiting;
  }
  if (view.chooser === own && isStarted) {
    naming.hidden = !view.mayName;
    named.replaceChildren(named.options[0], ...view.teams.filter((team) => team.number !== own && !team.isOut).map((team) => new Option(team.name, team.number)));
  }
  const line = view.teams.find((team) => team.number === own);
  if (line && line.device !== Number(root.dataset.device)) {
    // The host renewed the team's device: the page says whether this one still is.
    location.reload();
    return;
  }
  points.textContent = line?.points ?? '–';
  rank.textContent = line ? fill(words.Rank_Value, line.rank, view.teams.length) : '–';
  const now = sentence();
  if (said.textContent !== now) said.textContent = now;
  draw();
  tick();
}

function tick() {
  if (ends === null) {
    clock.textContent = view?.question && (view.phase === 'Shown' || view.paused) ? fill(words.Seconds, Math.ceil(view.left / 1000)) : '–';
    return;
  }
  const left = Math.max(0, Math.ceil((ends - performance.now()) / 1000));
  clock.textContent = fill(words.Seconds, left);
  // Said once and no more: a voice that counts down is no help.
  if (left === 5 && announced !== left) {
    announced = left;
    said.textContent = fill(words.Left, left);
  }
}

button.addEventListener('click', () => mayBuzz() && send({ kind: 'Buzzed', item: view.item }));
choice.addEventListener('submit', (event) => {
  event.preventDefault();
  send({ kind: 'Chosen', points: stake.value, ...(view.mayName && named.value ? { to: named.value } : {}) });
});
choice.querySelector('[data-decline]').addEventListener('click', () => send({ kind: 'Abstained' }));
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !mayAnswer()) return;
  const letter = /^[1-9]$/.test(event.key) ? String.fromCharCode(64 + Number(event.key)) : event.key.toUpperCase();
  const one = letter.length === 1 && options.querySelector(`[data-letter="${CSS.escape(letter)}"]`);
  if (one) press(one);
});

setInterval(tick, 250);
setTimeout(() => preload(path), Math.random() * 3000);
follow({ code: root.dataset.code }, {
  state,
  connection: (isOnline) => {
    connection.querySelector('span').textContent = isOnline ? words.Online : words.Offline;
  },
});
