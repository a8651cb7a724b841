// The host's console and the big screen: the server makes them, this puts the next one in place in the moment in which something happens.

import { follow } from './contest-feed.js';

const place = document.getElementById('hall');
const devices = document.getElementById('devices');
const parser = new DOMParser();
// A device that another process lets in is not told of.
const devicesEvery = 10_000;
let ends = null;
let isLooking = false;
let again = false;
let isLookingAtDevices = false;
// What the last step sent, by field, and the number of the entry after which it was sent.
const sent = new Map();
let stepped = null;

/** Whether somebody filled it in otherwise than the server did, and did not send it. */
function isChanged(field) {
  if (sent.get(field.id) === field.value) return false;
  return field.options ? field.selectedIndex !== Math.max(0, [...field.options].findIndex((option) => option.defaultSelected)) : field.value !== field.defaultValue;
}

/** What a form says stays as it stood when somebody began to fill it in: a list does not change to the newest question meanwhile. */
function isMeant(field) {
  return isChanged(field) || Boolean(field.options) && sent.get(field.id) !== field.value && [...field.form?.elements ?? []].some((other) => other.id && isChanged(other));
}

/** The team that a form is about, where nobody chooses it. */
const teamOf = (field) => field.form?.querySelector('input[type="hidden"][name="Team"]')?.value;

/** What somebody is typing stays, and so does the focus; what was sent is gone. */
function typed() {
  const fields = [...place.querySelectorAll('input[id], select[id]')].filter(isMeant).map((field) => [field.id, field.value, teamOf(field)]);
  const open = [...place.querySelectorAll('details')].map((one) => one.open);
  const active = place.contains(document.activeElement) ? document.activeElement : null;
  const { step: pressed, team } = active?.dataset ?? {};
  const focus = active?.id ? `#${CSS.escape(active.id)}` : pressed ? `[data-step="${pressed}"]${team ? `[data-team="${team}"]` : ''}:not([disabled])` : null;
  return () => {
    for (const [id, value, of] of fields) {
      const field = document.getElementById(id);
      if (field && teamOf(field) === of && (!field.options || [...field.options].some((option) => option.value === value))) field.value = value;
    }
    place.querySelectorAll('details').forEach((one, at) => { one.open = open[at] ?? false; });
    if (!active) return;
    // Where what had the focus is gone, nothing has it that acts: a key that is still held down runs no other step.
    const status = place.querySelector('[data-number]');
    if (status) status.tabIndex = -1;
    ((focus && place.querySelector(focus)) ?? status)?.focus({ preventScroll: true });
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

/** Who has answered, where few enough play to be named; whoever has joined meanwhile is named by a new page. */
function named(seats, who) {
  const players = [...place.querySelectorAll('[data-who]')];
  if (!who || players.length === 0) return;
  if (players.length !== seats) {
    look();
    return;
  }
  for (const player of players) {
    const done = who.includes(Number(player.dataset.who));
    player.classList.toggle('on', done);
    player.querySelector('[data-done]').hidden = !done;
  }
}

/** Codes of the teams and how many devices each has, while the host looks at them. */
async function lookAtDevices() {
  if (!devices?.open || isLookingAtDevices) return;
  isLookingAtDevices = true;
  try {
    const response = await fetch(devices.dataset.address, { cache: 'no-store' });
    if (!response.ok || response.redirected) return;
    const live = devices.querySelector('[data-live]');
    const next = parser.parseFromString(await response.text(), 'text/html').body.children;
    const open = [...live.querySelectorAll('details')].map((one) => one.open);
    // Somebody is about to renew a code: nothing moves under their hand.
    if (open.some(Boolean) && live.contains(document.activeElement)) return;
    live.replaceChildren(...next);
    live.querySelectorAll('details').forEach((one, at) => { one.open = open[at] ?? false; });
  } catch {
    // Looked at again in a moment.
  } finally {
    isLookingAtDevices = false;
  }
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

// A key that is held down presses once.
place.addEventListener('keydown', (event) => event.repeat && event.key === 'Enter' && event.preventDefault());
place.addEventListener('submit', (event) => {
  // What leads to another page than the console goes its own way.
  if (!event.target.action.endsWith('/steps')) return;
  event.preventDefault();
  step(event.target);
});
start();
setInterval(tick, 250);
devices?.addEventListener('toggle', (event) => event.target === devices && lookAtDevices());
if (devices) setInterval(lookAtDevices, devicesEvery);
follow({ code: place.dataset.code, role: 'hall' }, {
  state: (view) => {
    // The page came with what stood then.
    if (Number(place.querySelector('[data-number]')?.dataset.number) !== view.number) look();
    lookAtDevices();
  },
  count: ({ seats, answered, who, parties }) => {
    for (const one of place.querySelectorAll('[data-seats]')) one.textContent = seats;
    for (const one of place.querySelectorAll('[data-answered]')) one.textContent = answered;
    named(seats, who);
    for (const [at, party] of (parties ?? []).entries()) {
      const one = place.querySelector(`[data-party="${at}"]`);
      if (!one) continue;
      one.querySelector('[data-part]').textContent = party.answered;
      one.querySelector('[data-whole]').textContent = party.members;
    }
    lookAtDevices();
  },
  connection: tell,
});
