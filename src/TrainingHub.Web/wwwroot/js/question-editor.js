// Keeps the preview beside a question's form up to date, and shows only the fields of its kind. Without it the button does the same by pages.
const form = document.getElementById('editor');
const preview = document.getElementById('preview');
const pause = 600;
let timer = 0;
let latest = 0;
let isChanged = false;

if (form && preview) {
  form.querySelector('[data-kind-button]')?.setAttribute('hidden', '');
  showFields();
  form.addEventListener('input', () => {
    isChanged = true;
    showFields();
    clearTimeout(timer);
    timer = setTimeout(refresh, pause);
  });
  document.querySelector('[data-preview-button]')?.addEventListener('click', event => {
    event.preventDefault();
    refresh();
  });
  // Enter in the field of the search looks for clauses; elsewhere it saves.
  const words = document.getElementById('ClauseWords');
  words?.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      words.closest('.th-filters').querySelector('button').click();
    }
  });
  form.addEventListener('submit', () => { isChanged = false; });
  addEventListener('beforeunload', event => {
    if (isChanged) {
      event.preventDefault();
    }
  });
}

function showFields() {
  const kind = form.querySelector('[name="Kind"]:checked')?.value;
  for (const part of form.querySelectorAll('[data-for]')) {
    part.hidden = !!kind && !part.dataset.for.split(' ').includes(kind);
  }
}

async function refresh() {
  const asked = ++latest;
  try {
    const fields = new FormData(form);
    // Pictures are large: they travel once, when the question is kept.
    fields.delete('NewPicture');
    const answer = await fetch(form.dataset.preview, { method: 'POST', body: fields, headers: { 'X-Requested-With': 'fetch' } });
    const part = new DOMParser().parseFromString(await answer.text(), 'text/html');
    // Whoever types fast gets the answer to the last letter only.
    if (answer.ok && asked === latest && part.getElementById('lint')) {
      preview.replaceChildren(...part.body.childNodes);
    }
  } catch {
    // Offline: what is there stays, and the next letter tries again.
  }
}
