// Shows how far an import is; when its state changes, the page is asked for anew.
const bar = document.getElementById('progress');
const done = document.getElementById('done');
const grouped = new Intl.NumberFormat('en');

async function look() {
  try {
    const response = await fetch(bar.dataset.address, { headers: { Accept: 'application/json' } });
    if (response.ok) {
      const now = await response.json();
      if (now.state !== bar.dataset.state) {
        location.reload();
        return;
      }

      bar.value = Math.min(now.done, now.total);
      done.textContent = grouped.format(Math.min(now.done, now.total));
    } else if (response.status === 401 || response.status === 404) {
      location.reload();
      return;
    }
  } catch {
    // The network is away: look again.
  }

  setTimeout(look, 1000);
}

setTimeout(look, 500);
