// Runs the browser tests. With PORTAL_ORIGIN, STAFF_ORIGIN, PARTNER_ORIGIN, INBOX_ORIGIN and SAMPLE_PEOPLE in the environment they run
// against that city hall; without, one is started from functions/local for the time of the run, with an empty folder of
// its own and ports of its own, and stopped afterwards.
import { spawn } from 'node:child_process';
import { rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { load } from '../test/load.mjs';
import { auditedScreens } from './audit.mjs';
import { chromium72, root, runFolder } from './browser.mjs';
import { startCity } from './start-city.mjs';

const city = process.env.PORTAL_ORIGIN ? { env: {}, stop: async () => {} } : await startCity();

// Unpacked once, before several processes want them. Three files at a time, the longest first: each waits for the city hall half of its
// time, and what is left over at the end has the machine alone. The places come last: they sign in as the administrators whom the file of
// staff changes.
(await chromium72()).clean();
const tests = ['city.test.mjs', 'staff.test.mjs', 'https.test.mjs', 'kinds.test.mjs', 'typing.test.mjs', 'chromium72.test.mjs', 'places.test.mjs'].map((name) => join(root, 'e2e', name));
const runner = spawn(
  process.execPath,
  // Node 20 has WebSocket behind a flag; newer ones ignore it.
  ['--experimental-websocket', '--no-warnings', '--test', '--test-concurrency=3', '--test-reporter=spec', ...tests],
  { cwd: root, env: { ...process.env, ...city.env, RUN_FOLDER: runFolder }, stdio: 'inherit' },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => runner.kill(signal));
let code = await new Promise((resolve) => runner.once('exit', (status) => resolve(status ?? 1)));
await city.stop();
const residents = await load('routes.generated.ts');
const portal = Object.keys(residents.screens);
const kiosk = Object.keys(residents.kioskScreens);
const staffConsole = Object.keys((await load('staff-routes.generated.ts')).screens);
const audited = auditedScreens();
const missing = portal.concat(portal.map((name) => 'KIOSK:' + name), kiosk, staffConsole).filter((name) => !audited.has(name));
if (code === 0 && missing.length > 0) {
  writeSync(2, `Screens of the blueprint that no journey audited: ${missing.join(', ')}\n`);
  code = 1;
}
rmSync(runFolder, { recursive: true, force: true });
if (process.env.E2E_PICTURES === 'yes') writeSync(1, `Screenshots: ${join('web-static', 'target', 'screenshots')}\n`);
else writeSync(1, 'For pictures of every audited screen set E2E_PICTURES=yes.\n');
process.exit(code);
