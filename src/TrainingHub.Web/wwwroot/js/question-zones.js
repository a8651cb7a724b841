// Draws the places of a picture: press a place's button, then pull a rectangle over the picture. Without it, and by keyboard, the corners are typed as numbers.
const form = document.querySelector('[data-zones]');
const picture = form?.querySelector('[data-zones-picture]');
const svg = picture?.querySelector('svg');
const said = form?.querySelector('[data-zones-said]');
let drawn = null;
let from = null;

if (form && picture && svg) {
  for (const place of form.querySelectorAll('[data-zone]')) {
    const button = place.querySelector('[data-draw]');
    button.hidden = picture.hidden;
    button.addEventListener('click', () => choose(drawn === place ? null : place));
    place.querySelector('[data-corners]').addEventListener('input', paint);
  }

  paint();
  picture.addEventListener('pointerdown', event => {
    if (drawn) {
      from = spot(event);
      picture.setPointerCapture(event.pointerId);
      event.preventDefault();
    }
  });
  picture.addEventListener('pointermove', event => {
    if (from) {
      write(from, spot(event));
    }
  });
  picture.addEventListener('pointerup', event => {
    if (from) {
      write(from, spot(event));
      from = null;
      said.textContent = said.dataset.words.replace('{0}', number(drawn));
      choose(null);
    }
  });
  picture.addEventListener('pointercancel', () => { from = null; });
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

function choose(place) {
  drawn = place;
  picture.classList.toggle('drawing', !!place);
  if (place) {
    picture.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }

  for (const other of form.querySelectorAll('[data-zone]')) {
    other.querySelector('[data-draw]').setAttribute('aria-pressed', String(other === place));
  }
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
    const points = corners.length === 2
      ? [corners[0], [corners[1][0], corners[0][1]], corners[1], [corners[0][0], corners[1][1]]]
      : corners;
    if (points.length > 2) {
      const shape = document.createElementNS('http://www.w3.org/2000/svg', 'polygon');
      shape.setAttribute('points', points.map(point => point.join(',')).join(' '));
      svg.append(shape);
    }
  }
}
