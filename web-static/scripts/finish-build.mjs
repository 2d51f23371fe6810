// Adds the licences of what is inside and the page of every screen but the first, then asserts what the built site promises: a first load of at most 30 KB gzip (JavaScript + CSS) per entry, and nothing
// that our content security policy would refuse. Prints the sizes.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const dist = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist');
const LIMIT = 30 * 1024;
const failures = [];

// Their licences ask that their text goes with every copy.
const packages = Object.keys(JSON.parse(readFileSync(join(dist, '..', 'package.json'), 'utf8')).dependencies);
const licences = packages.map((name) => {
  const folder = join(dist, '..', 'node_modules', name);
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return `${name} ${version}\n\n${readFileSync(join(folder, readdirSync(folder).filter((file) => file.startsWith('LICENSE'))[0]), 'utf8').trim()}\n`;
});
writeFileSync(join(dist, 'licenses.txt'), licences.join('\n----\n\n'));

// What stands before the script on a screen that is opened by its address: the same without what is on the first page.
const index = readFileSync(join(dist, 'index.html'), 'utf8');
const screen = index.replace(/<!-- first page -->[^]*<!-- \/first page -->/, '<h1>読み込んでいます…</h1>');
if (screen === index) failures.push('index.html: the first page is not marked');
writeFileSync(join(dist, 'screen.html'), screen);

for (const entry of ['index.html', 'screen.html', 'kiosk/index.html', 'staff/index.html', 'partner-api.html']) {
  const html = readFileSync(join(dist, entry), 'utf8');
  const first = new Set([...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map((hit) => hit[1]));
  // What an entry imports statically is part of the first load, whether or not the page names it.
  for (const file of first) {
    if (!file.endsWith('.js')) continue;
    const code = readFileSync(join(dist, file), 'utf8');
    for (const hit of code.matchAll(/(?:from|import)\s*["']\.\/([^"']+\.js)["']/g)) first.add('/assets/' + hit[1]);
  }
  let total = 0;
  for (const file of first) total += gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;
  console.log(`${entry}: first load ${(total / 1024).toFixed(1)} KB gzip in ${first.size} files`);
  if (total > LIMIT) failures.push(`${entry}: first load ${total} bytes, limit ${LIMIT}`);
  if (/<script(?![^>]*\bsrc=)/.test(html)) failures.push(`${entry}: inline script`);
  if (/<style|\sstyle=|\son\w+=/.test(html)) failures.push(`${entry}: inline style or handler`);
  if (/(?:src|href)="(?:https?:)?\/\//.test(html)) failures.push(`${entry}: something from another host`);
}

for (const file of readdirSync(join(dist, 'assets'))) {
  const path = join(dist, 'assets', file);
  const text = readFileSync(path, 'utf8');
  if (/\beval\(|new Function\(/.test(text)) failures.push(`${relative(dist, path)}: eval`);
  if (/url\(["']?data:/.test(text)) failures.push(`${relative(dist, path)}: data: URI`);
}

if (failures.length > 0) {
  console.error(failures.join('\n'));
  process.exit(1);
}
