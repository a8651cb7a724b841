// Draws the places of a picture: press a place's button, then pull a rectangle over the picture, or move with the arrow keys and set two corners
// with Enter. Without it the corners are typed as numbers.
const form = document.querySelector('[data-zones]');
const picture = form?.querySelector('[data-zones-picture]');
const svg = picture?.querySelector('svg');
const said = form?.querySelector('[data-zones-said]');
const step = 10;
let drawn = null;
let from = null;
let cursor = null;

if (form && picture && svg) {
  picture.querySelector('img').draggable = false;
  for (const place of form.querySelectorAll('[data-zone]')) {
    const button = place.querySelector('[data-draw]');
    button.hidden = picture.hidden;
    // A click without a pointer came from a key: the picture then takes the arrows.
    button.addEventListener('click', event => choose(drawn === place ? null : place, event.detail === 0));
    place.querySelector('[data-corners]').addEventListener('input', paint);
  }

  paint();
  // A browser would rather drag the image away.
  picture.addEventListener('dragstart', event => event.preventDefault());
  picture.addEventListener('pointerdown', event => {
    if (drawn && event.isPrimary) {
      from = spot(event);
      cursor = null;
      picture.setPointerCapture(event.pointerId);
      event.preventDefault();
    }
  });
  picture.addEventListener('pointermove', event => {
    if (from && !cursor) {
      write(from, spot(event));
    }
  });
  picture.addEventListener('pointerup', event => {
    if (from && !cursor) {
      finish(spot(event));
    }
  });
  picture.addEventListener('pointercancel', () => { from = null; });
  picture.addEventListener('keydown', byKey);
}

// The picture of a question that is still being written is shown from the file.
const file = document.getElementById('NewPicture');
file?.addEventListener('change', () => {
  if (picture && file.files[0]) {
    picture.querySelector('img').src = URL.createObjectURL(file.files[0]);
    picture.hidden = false;
    form.querySelectorAll('[data-draw]').forEach(button => { button.hidden = false; });
  }
});

function choose(place, byKeyboard = false) {
  drawn = place;
  from = null;
  cursor = place && byKeyboard ? [500, 500] : null;
  picture.classList.toggle('drawing', !!place);
  if (place) {
    picture.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  if (cursor) {
    picture.tabIndex = 0;
    picture.setAttribute('role', 'application');
    picture.setAttribute('aria-describedby', said.id);
    say(said.dataset.keys, cursor);
    picture.focus();
  } else {
    picture.removeAttribute('tabindex');
    picture.removeAttribute('role');
  }

  for (const other of form.querySelectorAll('[data-zone]')) {
    other.querySelector('[data-draw]').setAttribute('aria-pressed', String(other === place));
  }

  paint();
}

function byKey(event) {
  const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  if (!drawn || !cursor) {
    return;
  }

  if (moves[event.key]) {
    const far = event.shiftKey ? step * 5 : step;
    cursor = cursor.map((at, axis) => Math.min(1000, Math.max(0, at + moves[event.key][axis] * far)));
    say(said.dataset.at, cursor);
    if (from) {
      write(from, cursor);
    } else {
      paint();
    }
  } else if (event.key === 'Enter' || event.key === ' ') {
    if (!from) {
      from = cursor;
      say(said.dataset.corner, cursor);
    } else if (from[0] !== cursor[0] && from[1] !== cursor[1]) {
      finish(cursor);
    }
  } else if (event.key === 'Escape') {
    const place = drawn;
    choose(null);
    place.querySelector('[data-draw]').focus();
  } else {
    return;
  }

  event.preventDefault();
}

function finish(other) {
  const [place, hasKeys] = [drawn, !!cursor];
  write(from, other);
  choose(null);
  say(said.dataset.words, [number(place)]);
  place.querySelector('[data-corners]').dispatchEvent(new Event('input', { bubbles: true }));
  if (hasKeys) {
    place.querySelector('[data-draw]').focus();
  }
}

function say(words, values) {
  said.textContent = values.reduce((text, value, at) => text.replace(`{${at}}`, value), words ?? '');
}

function spot(event) {
  const box = picture.getBoundingClientRect();
  const thousandth = (at, start, length) => Math.min(1000, Math.max(0, Math.round((at - start) * 1000 / length)));
  return [thousandth(event.clientX, box.left, box.width), thousandth(event.clientY, box.top, box.height)];
}

function write(one, other) {
  const [left, right] = [Math.min(one[0], other[0]), Math.max(one[0], other[0])];
  const [top, bottom] = [Math.min(one[1], other[1]), Math.max(one[1], other[1])];
  drawn.querySelector('[data-corners]').value = `${left},${top} ${right},${bottom}`;
  paint();
}

function number(place) {
  return [...form.querySelectorAll('[data-zone]')].indexOf(place) + 1;
}

function paint() {
  svg.replaceChildren();
  for (const place of form.querySelectorAll('[data-zone]')) {
    const corners = [...place.querySelector('[data-corners]').value.matchAll(/(\d+)\s*,\s*(\d+)/g)].map(match => [Number(match[1]), Number(match[2])]);
    add(corners.length === 2 ? [corners[0], [corners[1][0], corners[0][1]], corners[1], [corners[0][0], corners[1][1]]] : corners);
  }

  if (cursor) {
    const [x, y] = cursor;
    add([[x - 8, y - 12], [x + 8, y - 12], [x + 8, y + 12], [x - 8, y + 12]]);
  }
}

function add(points) {
  if (points.length > 2) {
    const shape = document.createElementNS('http://www.w3.org/2000/svg', 'polygon');
    shape.setAttribute('points', points.map(point => point.join(',')).join(' '));
    svg.append(shape);
  }
}
