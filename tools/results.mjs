// Sums up the .trx files of one run: the failures, the ten slowest tests and, as the last line, the counts.
// Usage: node tools/results.mjs DIRECTORY [PROJECT-WHOSE-RUN-FAILED ...]
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [directory, ...broken] = process.argv.slice(2);
const reports = readdirSync(directory).filter(name => name.endsWith('.trx')).sort();
const tests = reports.flatMap(name => read(join(directory, name)).map(test => ({ ...test, project: name.replace('.trx', '') })));

const passed = tests.filter(test => test.outcome === 'Passed');
const skipped = tests.filter(test => test.outcome === 'NotExecuted');
const failed = tests.filter(test => test.outcome !== 'Passed' && test.outcome !== 'NotExecuted');
// A runner that died has no failed test to show for it, but its project has not passed.
const died = broken.filter(project => !failed.some(test => test.project === project));

if (passed.length + failed.length > 0) {
  console.log('Slowest tests:');
  for (const test of [...tests].sort((a, b) => b.seconds - a.seconds).slice(0, 10)) {
    console.log(`${test.seconds.toFixed(2).padStart(8)} s  ${test.project}  ${test.name}`);
  }
}
for (const test of failed) {
  console.log(`\nFailed: ${test.project}  ${test.name}\n${test.message.trim()}\n${test.stack.trimEnd()}`);
}
for (const project of died) {
  console.log(`Failed: the run of ${project} ended with an error outside its tests.`);
}
if (passed.length + failed.length + died.length === 0) {
  console.log('No test ran.');
}

console.log(`${passed.length} passed, ${failed.length + died.length} failed, ${skipped.length} skipped`);
process.exitCode = failed.length + died.length === 0 && passed.length > 0 ? 0 : 1;

function read(path) {
  const xml = readFileSync(path, 'utf8');
  return [...xml.matchAll(/<UnitTestResult\s([^>]*?)(?:\/>|>([\s\S]*?)<\/UnitTestResult>)/g)].map(([, head, body]) => {
    const attributes = Object.fromEntries([...head.matchAll(/(\w+)="([^"]*)"/g)].map(([, key, value]) => [key, value]));
    const [hours, minutes, seconds] = (attributes.duration ?? '0:0:0').split(':').map(Number);
    return {
      name: unescape(attributes.testName),
      outcome: attributes.outcome,
      seconds: hours * 3600 + minutes * 60 + seconds,
      message: element(body, 'Message'),
      stack: element(body, 'StackTrace'),
    };
  });
}

function element(body, name) {
  return unescape(new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(body ?? '')?.[1] ?? '');
}

function unescape(text) {
  const names = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(lt|gt|quot|apos|amp));/gi, (_, hex, decimal, name) =>
    name ? names[name] : String.fromCodePoint(hex ? parseInt(hex, 16) : Number(decimal)));
}
