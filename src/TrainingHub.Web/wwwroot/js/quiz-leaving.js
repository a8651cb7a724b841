// Leaving the page of a paper is recorded and told to the person. It has no other consequence.

const root = document.getElementById('quiz');
const { path, token } = root.dataset;
const words = JSON.parse(root.dataset.words);
const noted = document.getElementById('left-note');
const key = `quiz left ${path}`;
// Ways within the attempt are no leaving: handing in, looking over the answers, a larger picture in a tab of its own.
let isOwnWay = false;
let isUnloading = false;
let newTabAt = -Infinity;

addEventListener('quiz-going', () => { isOwnWay = true; });
addEventListener('submit', (event) => { isOwnWay = !event.defaultPrevented; });
addEventListener('click', (event) => {
  const link = event.target.closest?.('a[href]');
  if (!link || event.defaultPrevented || !link.pathname.startsWith(path)) return;
  if (link.target === '_blank') newTabAt = performance.now();
  else isOwnWay = true;
});
addEventListener('pagehide', () => {
  isUnloading = true;
  if (!isOwnWay) remember();
});
addEventListener('pageshow', () => {
  isUnloading = false;
  isOwnWay = false;
});
document.addEventListener('visibilitychange', () => {
  if (document.hidden && !isUnloading && performance.now() - newTabAt > 2000) note();
});

// Whoever went to another address is back now; a page that was merely loaded again was not left.
if (takeRemembered() && performance.getEntriesByType('navigation')[0]?.type !== 'reload') note();

async function note() {
  try {
    const response = await fetch(`${path}/absences`, { method: 'POST', headers: { 'X-Csrf-Token': token }, redirect: 'manual', keepalive: true });
    if (!response.ok) return;
    const { count } = await response.json();
    noted.textContent = words.left.replace('{0}', count);
  } catch {
    // Offline: what the server did not hear is not counted.
  }
}

function remember() {
  try {
    sessionStorage.setItem(key, '1');
  } catch {
    // Without storage it is not counted.
  }
}

function takeRemembered() {
  try {
    const isRemembered = sessionStorage.getItem(key) !== null;
    sessionStorage.removeItem(key);
    return isRemembered;
  } catch {
    return false;
  }
}
