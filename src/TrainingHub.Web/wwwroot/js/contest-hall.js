// The host's console and the big screen: the server makes them, this puts the next one in place in the moment in which something happens.

import { follow } from './contest-feed.js';

const place = document.getElementById('hall');
const parser = new DOMParser();
let ends = null;
let isLooking = false;
let again = false;
// What the last step sent, by field, and the number of the entry after which it was sent.
const sent = new Map();
let stepped = null;

/** What somebody is typing stays, and so does the focus; what was sent is gone. */
function typed() {
  const fields = [...place.querySelectorAll('input[id], select[id]')].filter((field) => sent.get(field.id) !== field.value).map((field) => [field.id, field.value]);
  const open = [...place.querySelectorAll('details')].map((one) => one.open);
  const active = place.contains(document.activeElement) ? document.activeElement : null;
  const focus = active?.id ? `#${CSS.escape(active.id)}` : active?.dataset.step ? `[data-step="${active.dataset.step}"]:not([disabled])` : null;
  return () => {
    for (const [id, value] of fields) {
      const field = document.getElementById(id);
      if (field) field.value = value;
    }
    place.querySelectorAll('details').forEach((one, at) => { one.open = open[at] ?? false; });
    if (focus) (place.querySelector(focus) ?? place.querySelector('.hostact .btn-primary:not([disabled])'))?.focus({ preventScroll: true });
  };
}

function start() {
  const clock = place.querySelector('[data-clock]');
  ends = clock?.dataset.left && !clock.dataset.still ? performance.now() + Number(clock.dataset.left) : null;
  tick();
}

async function look() {
  if (isLooking) {
    again = true;
    return;
  }
  isLooking = true;
  try {
    const response = await fetch(place.dataset.address, { cache: 'no-store' });
    if (response.redirected || response.status === 401 || response.status === 404) {
      location.reload();
      return;
    }
    if (!response.ok) throw new Error(String(response.status));
    const next = parser.parseFromString(await response.text(), 'text/html').body.children;
    const restore = typed();
    place.replaceChildren(...next);
    restore();
    start();
  } catch {
    setTimeout(look, 500 + Math.random() * 1000);
  } finally {
    isLooking = false;
    if (again) {
      again = false;
      look();
    }
  }
}

/** What the server refused, in the words of the page that it answered with; null takes away what stood there. */
function refuse(page) {
  document.querySelector('.th-errsum')?.remove();
  const why = page?.querySelector('.th-errsum');
  if (!why) return;
  document.querySelector('[data-connection]')?.before(why);
  why.focus();
}

/** A step of the host goes out without leaving the page: the feed stays open, and nothing flickers on a laptop that is projected. */
async function step(form) {
  const after = form.elements.After.value;
  if (stepped === after) return;
  stepped = after;
  sent.clear();
  for (const field of form.querySelectorAll('input[id], select[id]')) sent.set(field.id, field.value);
  try {
    const response = await fetch(form.action, { method: 'POST', redirect: 'manual', body: new URLSearchParams(new FormData(form)) });
    if (response.type === 'opaqueredirect') {
      refuse(null);
    } else if (response.status === 409 || response.status === 422) {
      stepped = null;
      sent.clear();
      refuse(parser.parseFromString(await response.text(), 'text/html'));
    } else {
      // Signed out, or the form's token belongs to an earlier sign-in: a new page says which.
      location.reload();
      return;
    }
  } catch {
    // Nobody knows whether it came through: the page shows what stands, and a step that is sent again is told so.
    stepped = null;
    tell(false);
  }
  look();
}

function tell(isOnline) {
  for (const one of document.querySelectorAll('[data-connection] span')) one.textContent = isOnline ? place.dataset.online : place.dataset.offline;
}

function tick() {
  const clock = place.querySelector('[data-clock]');
  if (!clock) return;
  if (ends === null) {
    clock.textContent = clock.dataset.left ? place.dataset.seconds.replace('{0}', String(Math.ceil(Number(clock.dataset.left) / 1000))) : '–';
    return;
  }
  const left = ends - performance.now();
  clock.textContent = place.dataset.seconds.replace('{0}', String(Math.max(0, Math.ceil(left / 1000))));
  // A little after the end nothing can come in time any more, and the answer may be shown.
  if (left < -1300) {
    ends = null;
    look();
  }
}

place.addEventListener('submit', (event) => {
  // What leads to another page than the console goes its own way.
  if (!event.target.action.endsWith('/steps')) return;
  event.preventDefault();
  step(event.target);
});
start();
setInterval(tick, 250);
follow({ code: place.dataset.code, role: 'hall' }, {
  state: (view) => {
    // The page came with what stood then.
    if (Number(place.querySelector('[data-number]')?.dataset.number) !== view.number) look();
  },
  count: ({ seats, answered }) => {
    for (const one of place.querySelectorAll('[data-seats]')) one.textContent = seats;
    for (const one of place.querySelectorAll('[data-answered]')) one.textContent = answered;
  },
  connection: tell,
});
