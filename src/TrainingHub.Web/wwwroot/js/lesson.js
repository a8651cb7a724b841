// Answers a check question in place: sends the form as the browser would, and takes the changed parts from the page that comes back.
const parts = ['lesson-side', 'lesson-progress', 'lesson-foot'];

document.addEventListener('submit', async event => {
  const form = event.target;
  const card = form.closest('[data-check]');
  if (!card || !window.fetch) {
    return;
  }

  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  let page;
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  } catch {
    page = null;
  }

  if (!page?.querySelector(`[data-check="${card.id}"]`)) {
    // Signed out, token expired or offline: let the browser do it and say so in its own page.
    button.disabled = false;
    form.submit();
    return;
  }

  for (const fresh of page.querySelectorAll('[data-check]')) {
    const old = document.getElementById(fresh.id);
    // What is chosen in other questions and not sent yet stays.
    if (old && (old === card || !old.querySelector('form button') || !fresh.querySelector('form button'))) {
      old.replaceWith(document.adoptNode(fresh));
    }
  }

  for (const id of parts) {
    const fresh = page.getElementById(id);
    document.getElementById(id)?.replaceWith(document.adoptNode(fresh));
  }

  const now = document.getElementById(card.id);
  now.focus({ preventScroll: true });
  (now.querySelector('[role="status"], [role="alert"]') ?? now).scrollIntoView({ block: 'nearest' });
});
