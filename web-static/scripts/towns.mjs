// Writes the address that belongs to a postal code to dist/towns, one file per first three digits:
// {"3206": ["北海道", "石狩市", "花川南六条"]}, with the house number as a fourth where the code is one office's own.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { groups, townsOf } from './postal-list.mjs';

const target = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'towns');
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
let codes = 0;
const files = groups();
// Also where no code begins so: the portal tells a code that there is not from one that it could not look up.
for (let i = 0; i < 1000; i++) {
  const first = String(i).padStart(3, '0');
  const towns = townsOf(files.get(first) ?? []);
  codes += Object.keys(towns).length;
  writeFileSync(join(target, first + '.json'), JSON.stringify(towns));
}
if (codes < 120000) throw new Error(`${codes} postal codes; more than 120,000 are expected`);
console.log(`towns of ${codes} postal codes in ${files.size} files`);
