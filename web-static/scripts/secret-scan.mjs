// Looks for secrets in the whole repository. What the sample city needs to sign its people in (made-up passwords and
// one-time-code seeds, only ever valid against the local simulators) has no vendor's format and so is not reported;
// whatever must be allowed all the same stands with its reason in .secretlintrc.json.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = join(dirname(fileURLToPath(import.meta.url)), '..');
const root = join(here, '..');
// Named one by one: to look for them by a pattern walks through everything that a build leaves, for minutes. Without git
// there is no other way.
const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
const files = listed.status === 0 ? listed.stdout.split('\0').filter((file) => file !== '' && existsSync(join(root, file))) : ['**/*'];
/** So many fit into the longest command line of every system. */
const AT_ONCE = 250;
for (let from = 0; from < files.length; from += AT_ONCE) {
  const { status } = spawnSync(
    process.execPath,
    [
      join(here, 'node_modules', 'secretlint', 'bin', 'secretlint.js'),
      '--secretlintrc', join(here, '.secretlintrc.json'),
      '--secretlintignore', join(here, '.secretlintignore'),
      '--maskSecrets',
      ...files.slice(from, from + AT_ONCE),
    ],
    { cwd: root, stdio: 'inherit' },
  );
  if (status !== 0) process.exit(status ?? 1);
}
console.log(`secret scan: clean (${files.length} files)`);
