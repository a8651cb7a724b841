// Answers a check question in place: sends the form as the browser would, and takes the changed parts from the page that comes back.
const parts = ['lesson-side', 'lesson-progress', 'checks', 'lesson-foot'];

document.addEventListener('submit', async event => {
  const form = event.target;
  if (!form.matches('[data-step]') || !window.fetch) {
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

  if (!page?.querySelector('[data-checks]')) {
    // Signed out, token expired or offline: let the browser do it and say so in its own page.
    button.disabled = false;
    form.submit();
    return;
  }

  for (const id of parts) {
    const fresh = page.getElementById(id);
    document.getElementById(id)?.replaceWith(document.adoptNode(fresh));
  }

  const now = document.getElementById('checks');
  now.focus({ preventScroll: true });
  (now.querySelector('[role="alert"], [role="status"]') ?? now).scrollIntoView({ block: 'start' });
});
