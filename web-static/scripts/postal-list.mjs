// Japan Post's list of postal codes (of which Japan Post claims no copyright), as the package `yubin` carries it. The
// package's code unpacks itself in a browser, 4.5 MB at once, so its packed rows are read here; a package of another
// shape stops the build.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateRawSync } from 'node:zlib';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Its rows, by the first three digits of their codes. */
export function groups() {
  const packed = readFileSync(join(root, 'node_modules', 'yubin', 'dist', 'index.mjs'), 'utf8');
  const chunks = [...packed.matchAll(/"(\d{3})": "([A-Za-z0-9+/=]+)"/g)];
  if (chunks.length < 900) throw new Error(`yubin holds ${chunks.length} groups of postal codes; about 950 are expected`);
  return new Map(chunks.map(([, first, base64]) => [first, inflate(base64).split('\n').map((line) => line.split(','))]));
}

function inflate(base64) {
  return new TextDecoder().decode(inflateRawSync(Buffer.from(base64, 'base64')));
}

/** The address of each code of a group by its last four digits: prefecture, city, town, and the number of an office. */
export function townsOf(rows) {
  const towns = {};
  for (const row of rows) {
    if (row[0] === 'k') towns[row[1].slice(3)] ??= areaOf(row);
    if (row[0] === 'j') towns[row[1].slice(3)] = [row[4], row[5], row[6], row[7]];
  }
  return towns;
}

/**
 * The package keeps one row per code. Where a code has several towns, the town is left to whoever types. Where a
 * municipality's code for all the rest has several, another municipality shares it: then the list can't tell which.
 */
function areaOf([, , , , prefecture, , city, , said, , , , , several]) {
  if (several !== '1') return [prefecture, city, townOf(said)];
  return said === REST ? ['', '', ''] : [prefecture, city, ''];
}

const REST = '以下に掲載がない場合';

/** The name alone: what the list says besides it (remarks, ranges and lists of towns) is no part of an address. */
export function townOf(said) {
  const name = said.replace(/（.*$/, '');
  return name === REST || /の次に|[、〜]/.test(name) || /.一円$/.test(name) ? '' : name;
}

/** Every municipality with its prefecture, a designated city by its wards: one a line, as the list writes them. */
export function municipalities() {
  const known = new Set();
  for (const rows of groups().values()) {
    for (const row of rows) if (row[0] === 'k') known.add(row[4] + '\t' + row[6]);
  }
  return [...known].sort().join('\n') + '\n';
}
