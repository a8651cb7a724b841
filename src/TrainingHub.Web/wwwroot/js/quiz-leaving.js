// Leaving the page of a paper is recorded and told to the person. It has no other consequence.

const root = document.getElementById('quiz');
const { path, token } = root.dataset;
const words = JSON.parse(root.dataset.words);
const note = document.getElementById('left-note');

document.addEventListener('visibilitychange', async () => {
  if (!document.hidden) return;
  try {
    const response = await fetch(`${path}/absences`, { method: 'POST', headers: { 'X-Csrf-Token': token }, redirect: 'manual', keepalive: true });
    if (!response.ok) return;
    const { count } = await response.json();
    note.textContent = words.left.replace('{0}', count);
  } catch {
    // Offline: what the server did not hear is not counted.
  }
});
