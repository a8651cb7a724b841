// The options of a contest's question as large buttons with their letters; of several choices with a button that sends them.

/**
 * @param {HTMLElement} options Where they stand.
 * @param {{kind: string, options: string[]}} question What is asked.
 * @param {{yes: string, no: string, send: string}} words What is written on the buttons that have no text of their own.
 * @param {(button: HTMLButtonElement) => void} press Called with the option that was pressed.
 * @param {() => void} send Called when the choice is sent.
 */
export function drawOptions(options, question, words, press, send) {
  const texts = question.kind === 'TrueFalse' ? [words.yes, words.no] : question.options;
  options.replaceChildren(...texts.map((text, at) => {
    const letter = String.fromCharCode(65 + at);
    const [button, key, label] = ['button', 'span', 'span'].map((tag) => document.createElement(tag));
    button.type = 'button';
    button.dataset.letter = letter;
    button.setAttribute('aria-pressed', 'false');
    key.className = 'th-key';
    key.textContent = letter;
    label.textContent = text;
    label.lang = 'zh-Hans';
    button.append(key, label);
    button.addEventListener('click', () => press(button));
    return button;
  }));
  if (question.kind === 'Multiple') {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn btn-primary', textContent: words.send });
    button.dataset.send = '';
    button.addEventListener('click', send);
    options.append(button);
  }
}
