// Shows the print buttons where the browser can print: with script off, and inside WeChat, they stay away.
if (!/MicroMessenger/i.test(navigator.userAgent)) {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}
