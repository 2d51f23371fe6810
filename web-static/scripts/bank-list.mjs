// Banks and their branches by name, as the package `zengin-code` carries the list of the banks' own network (MIT).
import { createRequire } from 'node:module';

const list = createRequire(import.meta.url)('zengin-code');

/** Code, name and reading of each bank. */
export function banks() {
  return Object.keys(list)
    .sort()
    .map((code) => [code, list[code].name, list[code].hira]);
}

/** The same of the branches of one bank. */
export function branchesOf(bank) {
  const branches = list[bank].branches;
  return Object.keys(branches)
    .map((code) => [code.padStart(3, '0'), branches[code].name, branches[code].hira])
    .sort((a, b) => (a[0] < b[0] ? -1 : 1));
}
