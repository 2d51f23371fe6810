// Writes what a form needs to find a bank and a branch by name to dist/banks: banks.json, and one file per bank.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { banks, branchesOf } from './bank-list.mjs';

const target = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'banks');
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const all = banks();
writeFileSync(join(target, 'banks.json'), JSON.stringify(all));
let branches = 0;
for (const [code] of all) {
  const own = branchesOf(code);
  branches += own.length;
  writeFileSync(join(target, code + '.json'), JSON.stringify(own));
}
if (all.length < 1000 || branches < 20000) throw new Error(`${all.length} banks with ${branches} branches; more are expected`);
console.log(`${branches} branches of ${all.length} banks`);
