// A question in practice: without this file it works as a form.

import { enhance } from './quiz-kinds.js';

for (const question of document.querySelectorAll('fieldset[data-kind]')) enhance(question);
