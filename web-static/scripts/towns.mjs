// Writes the address that belongs to a postal code to dist/towns, one file per first three digits:
// {"3206": ["北海道", "石狩市", "花川南六条"]}, with the house number as a fourth where the code is one office's own.
// Source: Japan Post's list (of which Japan Post claims no copyright), as the package `yubin` carries it. It keeps one
// row per code; where a code has several towns, the town is left to whoever types. The package's code unpacks itself in
// a browser, 4.5 MB at once, so its packed rows are read here; a package of another shape stops the build.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'dist', 'towns');
const packed = readFileSync(join(root, 'node_modules', 'yubin', 'dist', 'index.mjs'), 'utf8');
const chunks = [...packed.matchAll(/"(\d{3})": "([A-Za-z0-9+/=]+)"/g)];
if (chunks.length < 900) throw new Error(`yubin holds ${chunks.length} groups of postal codes; about 950 are expected`);

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
let codes = 0;
for (const [, first, base64] of chunks) {
  const towns = {};
  for (const line of inflate(base64).split('\n')) {
    const row = line.split(',');
    const several = row[13] === '1';
    if (row[0] === 'k') towns[row[1].slice(3)] ??= [row[4], row[6], several ? '' : townOf(row[8])];
    if (row[0] === 'j') towns[row[1].slice(3)] = [row[4], row[5], row[6], row[7]];
  }
  codes += Object.keys(towns).length;
  writeFileSync(join(target, first + '.json'), JSON.stringify(towns));
}
if (codes < 120000) throw new Error(`${codes} postal codes; more than 120,000 are expected`);
console.log(`towns of ${codes} postal codes in ${chunks.length} files`);

function inflate(base64) {
  return new TextDecoder().decode(inflateRawSync(Buffer.from(base64, 'base64')));
}

/** The name alone: what the list says besides it (「以下に掲載がない場合」, ranges in brackets) is no part of an address. */
function townOf(said) {
  if (said === '以下に掲載がない場合' || /の次に番地がくる場合$/.test(said)) return '';
  const name = said.replace(/（.*$/, '');
  return /.一円$/.test(name) ? '' : name;
}
