// Shows how a quiz goes: the server writes the words, this puts them in place every ten seconds. Hidden pages do not ask.
const place = document.getElementById('live');
const parser = new DOMParser();

async function look() {
  if (!document.hidden) {
    try {
      const response = await fetch(place.dataset.address);
      if (response.redirected || response.status === 401 || response.status === 404) {
        location.reload();
        return;
      }

      if (response.ok) {
        place.replaceChildren(...parser.parseFromString(await response.text(), 'text/html').body.children);
      }
    } catch {
      // The network is away: look again.
    }
  }

  setTimeout(look, 10000);
}

setTimeout(look, 10000);
