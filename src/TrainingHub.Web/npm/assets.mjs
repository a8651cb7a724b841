// Copies what the pages and the documents use out of node_modules, with each licence beside it.
// Runs inside `dotnet build` (see TrainingHub.Web.csproj); everything it writes is git-ignored.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = join(dirname(fileURLToPath(import.meta.url)), '..');
const packages = join(project, 'node_modules');

await rm(join(project, 'wwwroot/lib'), { recursive: true, force: true });
await rm(join(project, 'fonts'), { recursive: true, force: true });
await tabler();
await echarts();
await icons();
await fonts();

async function tabler() {
  const css = await text('@tabler/core/dist/css/tabler.min.css');
  const banner = /\/\*!([\s\S]*?)\*\//.exec(css)?.[1].replace(/^ *\* ?/gm, '').trim();
  if (!banner) {
    throw new Error('tabler.min.css no longer opens with its copyright notice: look up who is to be named.');
  }

  // The package ships its notice in the style sheet only; the words of the licence are those of its icons.
  const terms = (await text('@tabler/icons/LICENSE')).replace(/^[\s\S]*?(?=Permission is hereby granted)/, '');
  const bootstrap = 'Parts: Bootstrap, Copyright 2011-2025 The Bootstrap Authors, MIT';
  // The style sheet itself is written by styles.mjs.
  await write('wwwroot/lib/tabler/LICENSE.txt', `${banner}\n${bootstrap}\n\nMIT License\n\n${terms}`);
}

async function echarts() {
  const licences = ['echarts/NOTICE', 'echarts/LICENSE', 'echarts/licenses/LICENSE-d3', 'zrender/LICENSE', 'tslib/LICENSE.txt'];
  const texts = await Promise.all(licences.map(async path => `==== ${path}\n\n${await text(path)}`));
  await write('wwwroot/lib/echarts/echarts.min.js', withoutSourceMap(await text('echarts/dist/echarts.min.js')));
  await write('wwwroot/lib/echarts/LICENSE.txt', texts.join('\n\n'));
}

async function icons() {
  const names = (await readFile(join(project, 'npm/icons.txt'), 'utf8'))
    .split(/\r?\n/).map(line => line.trim()).filter(line => line && !line.startsWith('#'));
  const symbols = await Promise.all([...new Set(names)].sort().map(symbol));
  const { version } = JSON.parse(await text('@tabler/icons/package.json'));
  await write('wwwroot/icons.svg', [
    '<svg xmlns="http://www.w3.org/2000/svg">',
    `<!-- Tabler Icons ${version}, MIT, licence in /lib/tabler/icons-LICENSE.txt -->`,
    ...symbols,
    '</svg>\n',
  ].join('\n'));
  await write('wwwroot/lib/tabler/icons-LICENSE.txt', await text('@tabler/icons/LICENSE'));
}

async function symbol(name) {
  const svg = await text(`@tabler/icons/icons/outline/${name}.svg`).catch(() => {
    throw new Error(`npm/icons.txt names '${name}', which @tabler/icons does not have as an outline icon.`);
  });
  const shapes = svg
    .replace(/^[\s\S]*?<svg[^>]*>/, '').replace(/<\/svg>\s*$/, '')
    .replace(/<path stroke="none" d="M0 0h24v24H0z" fill="none"\s*\/>/, '')
    .replace(/\s+/g, ' ').replaceAll('> <', '><').trim();
  // No stroke-width here: the page's style sheet sets it on .icon, and a symbol's own would win over that.
  return `<symbol id="${name}" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-linecap="round" stroke-linejoin="round">${shapes}</symbol>`;
}

async function fonts() {
  const font = '@expo-google-fonts/noto-sans-sc';
  await write('fonts/NotoSansSC-Regular.ttf', await readFile(join(packages, font, '400Regular/NotoSansSC_400Regular.ttf')));
  await write('fonts/NotoSansSC-Bold.ttf', await readFile(join(packages, font, '700Bold/NotoSansSC_700Bold.ttf')));
  await write('fonts/OFL.txt', await text(`${font}/LICENSE_FONT`));
}

function text(path) {
  return readFile(join(packages, path), 'utf8');
}

// Written rather than copied: a copy may keep the age of the packed file and look older than its inputs.
async function write(path, content) {
  const target = join(project, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
}

function withoutSourceMap(code) {
  return code.replace(/\n?(\/\*# sourceMappingURL=.*?\*\/|\/\/# sourceMappingURL=\S+)\s*$/, '\n');
}
