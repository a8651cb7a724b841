// Shows the print buttons where the browser can print: with script off, and inside WeChat, they stay away.
if (!/MicroMessenger/i.test(navigator.userAgent)) {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}

// What is folded away on the screen is on paper as well.
const folded = () => document.querySelectorAll('details[data-print-open]');
addEventListener('beforeprint', () => {
  for (const part of folded()) {
    part.dataset.printOpen = part.open ? 'open' : 'closed';
    part.open = true;
  }
});
addEventListener('afterprint', () => {
  for (const part of folded()) {
    part.open = part.dataset.printOpen === 'open';
  }
});
