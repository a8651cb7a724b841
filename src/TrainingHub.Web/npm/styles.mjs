// Makes wwwroot/lib/tabler/tabler.used.css: of Tabler's style sheet only what the pages can use. The whole sheet is 79 KB compressed, more than
// a lesson may weigh. A rule stays when each class in its selector is a word somewhere in the views, the code or the modules; a word too
// many keeps a rule too many, and nothing that a page names is ever missing.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = join(dirname(fileURLToPath(import.meta.url)), '..');
const words = new Set();
const ours = await sources();
for (const text of ours) {
  for (const [word] of text.matchAll(/[A-Za-z_][\w-]*/g)) {
    words.add(word);
  }
}

const css = (await readFile(join(project, 'node_modules/@tabler/core/dist/css/tabler.min.css'), 'utf8')).replace(/\/\*(?!!)[\s\S]*?\*\//g, '');
const banner = /\/\*![\s\S]*?\*\//.exec(css)?.[0] ?? '';
let kept = prune(css.replace(/\/\*![\s\S]*?\*\//g, ''));
kept = withoutUnusedFrames(withoutUnusedVariables(kept));
await mkdir(join(project, 'wwwroot/lib/tabler'), { recursive: true });
await writeFile(join(project, 'wwwroot/lib/tabler/tabler.used.css'), `${banner}\n${kept}\n`);

async function sources() {
  const texts = [];
  for (const folder of [project, join(project, '../TrainingHub.Courseware')]) {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const isOurs = entry.isFile() && ['.cshtml', '.cs', '.js', '.css'].includes(extname(path)) && !/[\\/](node_modules|bin|obj|lib|Migrations)[\\/]/.test(path);
      if (isOurs) {
        texts.push(await readFile(path, 'utf8'));
      }
    }
  }

  return texts;
}

// Splits a list of rules at their braces, whatever stands in strings.
function* rules(text) {
  let start = 0;
  for (let i = 0; i < text.length;) {
    const open = seek(text, i, '{;');
    if (open < 0) {
      return;
    }

    if (text[open] === ';') {
      yield { head: text.slice(start, open).trim(), body: null };
      start = i = open + 1;
      continue;
    }

    let depth = 1;
    let end = open + 1;
    while (depth > 0) {
      end = seek(text, end, '{}');
      depth += text[end] === '{' ? 1 : -1;
      end++;
    }

    yield { head: text.slice(start, open).trim(), body: text.slice(open + 1, end - 1) };
    start = i = end;
  }
}

function seek(text, from, marks) {
  for (let i = from, quote = ''; i < text.length; i++) {
    const letter = text[i];
    if (letter === '\\') {
      i++;
    } else if (quote) {
      quote = letter === quote ? '' : quote;
    } else if (letter === '"' || letter === "'") {
      quote = letter;
    } else if (marks.includes(letter)) {
      return i;
    }
  }

  return -1;
}

function prune(text) {
  let result = '';
  for (const { head, body } of rules(text)) {
    if (body === null) {
      result += `${head};`;
    } else if (/^@(media|supports|layer|container)/.test(head)) {
      const inner = prune(body);
      result += inner ? `${head}{${inner}}` : '';
    } else if (head.startsWith('@')) {
      result += `${head}{${body}}`;
    } else {
      const selectors = split(head).filter(isUsed);
      result += selectors.length > 0 ? `${selectors.join(',')}{${body}}` : '';
    }
  }

  return result;
}

// At commas outside of brackets.
function split(head) {
  const parts = [''];
  let depth = 0;
  for (const letter of head) {
    depth += '(['.includes(letter) ? 1 : ')]'.includes(letter) ? -1 : 0;
    if (letter === ',' && depth === 0) {
      parts.push('');
    } else {
      parts[parts.length - 1] += letter;
    }
  }

  return parts;
}

// What stands in :not() need not exist.
function isUsed(selector) {
  const plain = selector.replace(/:not\([^)]*\)/g, '').replace(/\[[^\]]*\]/g, '');
  return [...plain.matchAll(/\.((?:\\.|[\w-])+)/g)].every(([, name]) => words.has(name.replaceAll('\\', '')));
}

// A variable that nobody reads, directly or through another one, goes.
function withoutUnusedVariables(text) {
  for (;;) {
    const read = new Set([...[text, ...ours].join('\n').matchAll(/var\(\s*(--[\w-]+)/g)].map(([, name]) => name));
    const next = text.replace(/(?<=[{;])(--[\w-]+):((?:"[^"]*"|'[^']*'|\([^()]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)[^()]*)*\)|[^;{}"'()])*)(;|(?=}))/g, (all, name) => read.has(name) ? all : '');
    if (next === text) {
      return text.replace(/[^{};]+{}/g, '');
    }

    text = next;
  }
}

function withoutUnusedFrames(text) {
  const frames = /@(?:-webkit-)?keyframes\s+([\w-]+){/g;
  for (const name of new Set([...text.matchAll(frames)].map(([, frame]) => frame))) {
    const outside = text.replaceAll(new RegExp(`@(?:-webkit-)?keyframes\\s+${name}{`, 'g'), '');
    if (!new RegExp(`animation[\\w-]*:[^;}]*\\b${name}\\b`).test(outside) && !ours.some(own => own.includes(name))) {
      text = [...rules(text)].filter(({ head }) => !new RegExp(`^@(?:-webkit-)?keyframes\\s+${name}$`).test(head))
        .map(({ head, body }) => body === null ? `${head};` : `${head}{${body}}`).join('');
    }
  }

  return text;
}
