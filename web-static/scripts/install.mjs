// Installs the pinned packages, and does nothing when that was done after the lock last changed.
// `--e2e` adds the test-only Chromium 72, which has a folder and a lock of its own.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node.js 20.19 or newer is needed to build web-static; this is ${process.version}.`);
  process.exit(1);
}

const folders = process.argv.includes('--e2e') ? [root, join(root, 'api-tools'), join(root, 'e2e', 'chromium72')] : [root, join(root, 'api-tools')];
for (const folder of folders) {
  const done = join(folder, 'node_modules', '.package-lock.json');
  const lock = join(folder, 'package-lock.json');
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(lock).mtimeMs) continue;
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['ci', '--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const result = spawnSync(npm, args, { cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.status !== 0) process.exit(result.status ?? 1);
  utimesSync(done, new Date(), new Date());
}
