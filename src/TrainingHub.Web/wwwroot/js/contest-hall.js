// The host's console and the big screen: the server makes them, this puts the next one in place in the moment in which something happens.

import { follow } from './contest-feed.js';

const place = document.getElementById('hall');
const parser = new DOMParser();
let ends = null;
let isLooking = false;
let again = false;

/** What somebody is typing into a correction stays. */
function typed() {
  const fields = [...place.querySelectorAll('details input[id], details select[id]')].map((field) => [field.id, field.value]);
  const open = [...place.querySelectorAll('details')].map((one) => one.open);
  const focus = document.activeElement?.id;
  return () => {
    for (const [id, value] of fields) {
      const field = document.getElementById(id);
      if (field) field.value = value;
    }
    place.querySelectorAll('details').forEach((one, at) => { one.open = open[at] ?? false; });
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
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
  connection: (isOnline) => {
    for (const one of document.querySelectorAll('[data-connection] span')) one.textContent = isOnline ? place.dataset.online : place.dataset.offline;
  },
});
