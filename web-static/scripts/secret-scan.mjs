// Looks for secrets in the whole repository. What the sample city needs to sign its people in (made-up passwords and
// one-time-code seeds, only ever valid against the local simulators) has no vendor's format and so is not reported;
// whatever must be allowed all the same stands with its reason in .secretlintrc.json.
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = join(dirname(fileURLToPath(import.meta.url)), '..');
const result = spawnSync(
  process.execPath,
  [
    join(here, 'node_modules', 'secretlint', 'bin', 'secretlint.js'),
    '--secretlintrc', join(here, '.secretlintrc.json'),
    '--secretlintignore', join(here, '.secretlintignore'),
    '--maskSecrets',
    '**/*',
  ],
  { cwd: join(here, '..'), stdio: 'inherit' },
);
if (result.status === 0) console.log('secret scan: clean');
process.exit(result.status ?? 1);
