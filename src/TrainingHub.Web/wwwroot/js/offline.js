// Asks the service worker to keep this lesson's text and pictures, and says so once it is kept. Without https there is no service worker: said as well.
const note = document.querySelector('[data-text]');

if (note && 'serviceWorker' in navigator) {
  navigator.serviceWorker.addEventListener('message', event => {
    if (event.data?.text === note.dataset.text && event.data.kept) {
      note.hidden = false;
    }
  });
  keep().catch(() => {});
} else if (note && !window.isSecureContext) {
  note.querySelector('span').textContent = note.dataset.insecure;
  note.hidden = false;
}

// On paper everything that is folded is open.
addEventListener('beforeprint', () => {
  for (const details of document.querySelectorAll('.th-read details:not([open])')) {
    details.open = true;
    details.dataset.printed = '';
  }
});

addEventListener('afterprint', () => {
  for (const details of document.querySelectorAll('[data-printed]')) {
    details.open = false;
    delete details.dataset.printed;
  }
});

async function keep() {
  await navigator.serviceWorker.register('/service-worker.js');
  const { active } = await navigator.serviceWorker.ready;
  const files = [...document.querySelectorAll('link[rel=stylesheet]')].map(link => link.href);
  const pictures = [...document.querySelectorAll('.th-read img')].map(image => image.src);
  active.postMessage({ keep: { text: note.dataset.text, files: [...files, '/icons.svg'], pictures } });
}
