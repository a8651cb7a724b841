// The fields of one question: read as the text of an answer, written from it, and made handier. The fields of the form hold the answer
// throughout, so that a form without this file and one with it send the same.

const all = (root, selector) => [...root.querySelectorAll(selector)];
const byName = (root, name) => all(root, `[name^="${name}-"]`);

/** The answer as the server writes it; empty when nothing was answered. */
export function read(question) {
  switch (question.dataset.kind) {
    case 'FillIn': {
      const blanks = byName(question, 'blank').map((input) => input.value.trim());
      return blanks.every((blank) => blank === '') ? '' : blanks.join('\n');
    }
    case 'Ordering':
      return byName(question, 'order').map((select) => select.value).join('');
    case 'Matching': {
      const letters = byName(question, 'match').map((select) => select.value || '-').join('');
      return /^-*$/.test(letters) ? '' : letters;
    }
    case 'Judgement': {
      const parts = ['level', 'clause', 'sure'].map((name) => byName(question, name).find((input) => input.type !== 'radio' || input.checked)?.value ?? '');
      return parts.every((part) => part === '') ? '' : parts.join(';');
    }
    case 'Written': {
      const text = byName(question, 'text')[0].value;
      return text.trim() === '' ? '' : text;
    }
    case 'Hotspot':
      return ticked(question) || byName(question, 'spots')[0].value;
    default:
      return ticked(question);
  }
}

/** Shows an answer in the fields. */
export function write(question, text) {
  const parts = text.split(question.dataset.kind === 'FillIn' ? '\n' : ';');
  switch (question.dataset.kind) {
    case 'FillIn':
      byName(question, 'blank').forEach((input, at) => { input.value = parts[at] ?? ''; });
      break;
    case 'Ordering':
      byName(question, 'order').forEach((select, at) => { select.value = text[at] ?? ''; });
      break;
    case 'Matching':
      byName(question, 'match').forEach((select, at) => { select.value = text[at] ?? '-'; });
      break;
    case 'Judgement':
      ['level', 'clause', 'sure'].forEach((name, at) => {
        for (const input of byName(question, name)) {
          if (input.type === 'radio') input.checked = input.value === (parts[at] ?? '');
          else input.value = parts[at] ?? '';
        }
      });
      break;
    case 'Written':
      byName(question, 'text')[0].value = text;
      break;
    case 'Hotspot':
      byName(question, 'spots')[0].value = text.startsWith('@') ? text : '';
      tick(question, text.startsWith('@') ? '' : text);
      break;
    default:
      tick(question, text);
  }
  question.dispatchEvent(new CustomEvent('written'));
}

/** Whether it is written by hand, so that not every key is an answer. */
export const isTyped = (question) => ['FillIn', 'Written'].includes(question.dataset.kind);

/** Adds what a mouse, a finger or a keyboard can use beside the fields. */
export function enhance(question) {
  if (question.dataset.kind === 'Ordering') steps(question);
  if (question.dataset.kind === 'Hotspot') marks(question);
  if (question.dataset.kind === 'Written') counted(question);
}

function ticked(question) {
  return byName(question, 'choice').filter((input) => input.checked).map((input) => input.value).sort().join('');
}

function tick(question, letters) {
  for (const input of byName(question, 'choice')) input.checked = letters.includes(input.value);
}

const changed = (question) => question.dispatchEvent(new Event('change', { bubbles: true }));

function icon(name) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `/icons.svg#${name}`);
  svg.append(use);
  return svg;
}

// ---- Steps: buttons, and dragging by the handle ----

function steps(question) {
  const list = question.querySelector('[data-steps]');
  const said = document.createElement('p');
  said.className = 'visually-hidden';
  said.setAttribute('role', 'status');
  const keep = document.createElement('button');
  keep.type = 'button';
  keep.className = 'btn btn-outline';
  keep.textContent = list.dataset.keep;
  list.after(keep, said);
  question.querySelector('[data-places]').hidden = true;
  list.classList.add('live');

  const items = () => [...list.children];
  const letters = () => items().map((item) => item.dataset.letter).join('');
  const nameOf = (item) => item.querySelector('[lang]').textContent;

  function keepOrder() {
    byName(question, 'order').forEach((select, at) => { select.value = letters()[at]; });
    keep.hidden = true;
    label();
    changed(question);
  }

  function label() {
    items().forEach((item, at) => {
      item.querySelector('.k').textContent = keep.hidden ? at + 1 : '–';
      item.querySelector('[data-up]').disabled = at === 0;
      item.querySelector('[data-down]').disabled = at === items().length - 1;
    });
  }

  function move(item, by, button) {
    const other = by < 0 ? item.previousElementSibling : item.nextElementSibling;
    if (!other) return;
    if (by < 0) other.before(item);
    else other.after(item);
    keepOrder();
    said.textContent = list.dataset.at.replace('{0}', nameOf(item)).replace('{1}', items().indexOf(item) + 1).replace('{2}', items().length);
    (button.disabled ? item.querySelector('button:not([disabled])') : button).focus();
  }

  for (const item of items()) {
    for (const [by, key, sign] of [[-1, 'up', 'arrow-up'], [1, 'down', 'arrow-down']]) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn btn-outline btn-icon';
      button.dataset[key] = '';
      button.setAttribute('aria-label', list.dataset[key].replace('{0}', nameOf(item)));
      button.append(icon(sign));
      button.addEventListener('click', () => move(item, by, button));
      item.append(button);
    }
    const handle = document.createElement('span');
    handle.className = 'quiz-grip';
    handle.append(icon('grip-vertical'));
    item.prepend(handle);
    handle.addEventListener('pointerdown', (event) => drag(item, handle, event));
  }

  function drag(item, handle, down) {
    if (question.disabled) return;
    down.preventDefault();
    handle.setPointerCapture(down.pointerId);
    item.classList.add('moving');
    const before = letters();
    const over = (event) => {
      const other = items().find((candidate) => {
        const box = candidate.getBoundingClientRect();
        return candidate !== item && event.clientY >= box.top && event.clientY <= box.bottom;
      });
      if (!other) return;
      const box = other.getBoundingClientRect();
      if (event.clientY < box.top + box.height / 2) other.before(item);
      else other.after(item);
    };
    const end = () => {
      handle.removeEventListener('pointermove', over);
      item.classList.remove('moving');
      if (letters() !== before) keepOrder();
    };
    handle.addEventListener('pointermove', over);
    handle.addEventListener('pointerup', end, { once: true });
    handle.addEventListener('pointercancel', end, { once: true });
  }

  function show() {
    const order = byName(question, 'order').map((select) => select.value).join('');
    const isWhole = order.length === items().length && new Set(order).size === order.length;
    for (const letter of isWhole ? order : [...letters()].sort()) list.append(items().find((item) => item.dataset.letter === letter));
    keep.hidden = isWhole;
    label();
  }

  keep.addEventListener('click', keepOrder);
  question.addEventListener('written', show);
  show();
}

// ---- Marks on a picture: click, or a button and the arrow keys; a click on a mark takes it back ----

function marks(question) {
  const most = 12;
  const box = question.querySelector('[data-marks]');
  const canvas = box.querySelector('[data-canvas]');
  const said = box.querySelector('[data-said]');
  const hidden = byName(question, 'spots')[0];
  const figure = question.querySelector('.quiz-picture');
  canvas.append(figure.querySelector('img'));
  box.hidden = false;
  const read = () => hidden.value.split('@').filter(Boolean).map((pair) => pair.split(',').map(Number));
  let spots = read();
  let addedAt = -Infinity;

  function keep() {
    hidden.value = spots.map(([x, y]) => `@${x},${y}`).join('');
    if (spots.length > 0) tick(question, '');
    changed(question);
  }

  function draw() {
    for (const mark of all(canvas, 'button')) mark.remove();
    spots.forEach((spot, at) => {
      const mark = document.createElement('button');
      mark.type = 'button';
      mark.className = 'quiz-mark';
      mark.textContent = at + 1;
      place(mark, at, spot);
      mark.addEventListener('click', (event) => {
        event.stopPropagation();
        // The second press of a double click is not meant for the mark that the first one made.
        if (performance.now() - addedAt > 500) remove(at);
      });
      mark.addEventListener('keydown', (event) => key(event, at, mark));
      canvas.append(mark);
    });
    box.querySelector('[data-unmark]').disabled = spots.length === 0;
    box.querySelector('[data-mark]').disabled = spots.length >= most;
  }

  const wordsOf = ([x, y]) => said.dataset.words.replace('{0}', Math.round(x / 10)).replace('{1}', Math.round(y / 10));

  function place(mark, at, [x, y]) {
    mark.setAttribute('aria-label', canvas.dataset.of.replace('{0}', at + 1).replace('{1}', wordsOf([x, y])));
    mark.style.left = `${x / 10}%`;
    mark.style.top = `${y / 10}%`;
  }

  function key(event, at, mark) {
    const step = event.shiftKey ? 50 : 10;
    const by = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      remove(at);
    } else if (by) {
      event.preventDefault();
      spots[at] = spots[at].map((value, axis) => Math.min(1000, Math.max(0, value + by[axis])));
      place(mark, at, spots[at]);
      said.textContent = wordsOf(spots[at]);
      keep();
    }
  }

  function remove(at) {
    spots.splice(at, 1);
    draw();
    keep();
    said.textContent = canvas.dataset.gone.replace('{0}', at + 1).replace('{1}', spots.length);
    (all(canvas, 'button').at(-1) ?? box.querySelector('[data-mark]')).focus();
  }

  function add(spot) {
    if (spots.length >= most || question.disabled) return;
    spots.push(spot);
    addedAt = performance.now();
    draw();
    keep();
    all(canvas, 'button').at(-1).focus();
  }

  canvas.addEventListener('click', (event) => {
    const frame = canvas.getBoundingClientRect();
    const share = (value, start, size) => Math.min(1000, Math.max(0, Math.round(((value - start) / size) * 1000)));
    add([share(event.clientX, frame.left, frame.width), share(event.clientY, frame.top, frame.height)]);
  });
  box.querySelector('[data-mark]').addEventListener('click', () => add([500, 500]));
  box.querySelector('[data-unmark]').addEventListener('click', () => {
    spots = [];
    draw();
    keep();
    box.querySelector('[data-mark]').focus();
  });
  // Whoever uses the list takes the marks back.
  for (const input of byName(question, 'choice')) {
    input.addEventListener('change', () => {
      if (spots.length === 0 || ticked(question) === '') return;
      spots = [];
      hidden.value = '';
      draw();
    }, { capture: true });
  }
  question.addEventListener('written', () => {
    if (hidden.value === spots.map(([x, y]) => `@${x},${y}`).join('')) return;
    spots = read();
    draw();
  });
  draw();
}

// ---- A written answer: how much of it there is ----

function counted(question) {
  const [text] = byName(question, 'text');
  const said = question.querySelector('[data-count]');
  const show = () => { said.textContent = said.dataset.words.replace('{0}', text.value.length); };
  text.addEventListener('input', show);
  question.addEventListener('written', show);
  show();
}
