// Runs the browser tests. With PORTAL_ORIGIN, STAFF_ORIGIN, INBOX_ORIGIN and SAMPLE_PEOPLE in the environment they run
// against that city hall; without, one is started from functions/local for the time of the run, with an empty folder of
// its own and ports of its own, and stopped afterwards.
import { spawn } from 'node:child_process';
import { mkdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { root, target } from './browser.mjs';
import { startCity } from './start-city.mjs';

mkdirSync(target, { recursive: true });
const city = process.env.PORTAL_ORIGIN ? { env: {}, stop: async () => {} } : await startCity();

const tests = ['kinds.test.mjs', 'city.test.mjs', 'chromium72.test.mjs', 'https.test.mjs'].map((name) => join(root, 'e2e', name));
const runner = spawn(
  process.execPath,
  // Node 20 has WebSocket behind a flag; newer ones ignore it.
  ['--experimental-websocket', '--no-warnings', '--test', '--test-concurrency=1', '--test-reporter=spec', ...tests],
  { cwd: root, env: { ...process.env, ...city.env }, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => runner.kill(signal));
const code = await new Promise((resolve) => runner.once('exit', (status) => resolve(status ?? 1)));
await city.stop();
writeSync(1, `Screenshots: ${join('web-static', 'target', 'screenshots')}\n`);
process.exit(code);
