// Keeps the preview beside a text up to date, and leads from a problem to its line. Without it the buttons of the form do the same by pages.
const editor = document.querySelector('[data-editor]');
const form = document.getElementById('editor');
const text = document.getElementById('body');
const preview = document.getElementById('preview');
const pause = 500;
let timer = 0;
let latest = 0;
let isChanged = false;

if (editor && form && text) {
  const wanted = Number(new URLSearchParams(location.search).get('line'));
  if (wanted > 0) {
    goTo(wanted);
  }

  text.addEventListener('input', () => {
    isChanged = true;
    clearTimeout(timer);
    timer = setTimeout(refresh, pause);
  });
  document.querySelector('[data-preview-button]')?.addEventListener('click', event => {
    event.preventDefault();
    refresh();
  });
  form.addEventListener('submit', () => { isChanged = false; });
  addEventListener('beforeunload', event => {
    if (isChanged) {
      event.preventDefault();
    }
  });
  preview.addEventListener('click', event => {
    const link = event.target.closest('a[data-line]');
    const path = form.elements.namedItem('path').value;
    if (link && link.dataset.file === path && Number(link.dataset.line) > 0) {
      event.preventDefault();
      goTo(Number(link.dataset.line));
    }
  });
}

async function refresh() {
  const asked = ++latest;
  try {
    const answer = await fetch(editor.dataset.preview, { method: 'POST', body: new FormData(form), headers: { 'X-Requested-With': 'fetch' } });
    const part = new DOMParser().parseFromString(await answer.text(), 'text/html');
    // Whoever types fast gets the answer to the last letter only.
    if (answer.ok && asked === latest && part.getElementById('lint')) {
      preview.replaceChildren(...part.body.childNodes);
    }
  } catch {
    // Offline: what is there stays, and the next letter tries again.
  }
}

function goTo(line) {
  const lines = text.value.split('\n');
  const at = Math.min(line, lines.length) - 1;
  const start = lines.slice(0, at).reduce((sum, one) => sum + one.length + 1, 0);
  text.focus();
  text.setSelectionRange(start, start + lines[at].length);
  // Selecting does not scroll everywhere; a third from the top is where one reads on.
  text.scrollTop = Math.max(0, (at / lines.length) * text.scrollHeight - text.clientHeight / 3);
}
