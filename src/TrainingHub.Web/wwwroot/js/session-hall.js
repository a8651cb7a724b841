// Shows the code of the hall: the server makes it, this puts the next one in place in the moment in which it changes.
const place = document.getElementById('hall');
const away = document.getElementById('hall-away');
const parser = new DOMParser();

function left() {
  return Number(place.querySelector('[data-left]')?.dataset.left ?? 10000);
}

async function look() {
  let wait = 2000;
  try {
    const response = await fetch(place.dataset.address, { cache: 'no-store' });
    if (response.redirected || response.status === 401 || response.status === 404) {
      location.reload();
      return;
    }

    if (response.ok) {
      place.replaceChildren(...parser.parseFromString(await response.text(), 'text/html').body.children);
      wait = left();
      away.hidden = true;
    }
  } catch {
    // An old code opens nothing: better to say that the network is away than to show one.
    away.hidden = false;
  }

  setTimeout(look, wait + 50);
}

setTimeout(look, left() + 50);
