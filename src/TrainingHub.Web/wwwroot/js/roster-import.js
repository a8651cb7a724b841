// Shows how far an import is: the server writes the words, this puts them in place. When the state changes, the page is asked for anew.
const place = document.getElementById('progress-place');
const parser = new DOMParser();
const state = (root) => root.querySelector('#progress')?.dataset.state;

async function look() {
  try {
    const response = await fetch(place.dataset.address);
    if (response.redirected || response.status === 401 || response.status === 404) {
      location.reload();
      return;
    }

    if (response.ok) {
      const now = parser.parseFromString(await response.text(), 'text/html');
      if (state(now) !== state(place)) {
        location.reload();
        return;
      }

      place.replaceChildren(...now.body.children);
    }
  } catch {
    // The network is away: look again.
  }

  setTimeout(look, 1000);
}

setTimeout(look, 500);
