// What follows from docs/generated/openapi: lints the documents, and holds the generated TypeScript against them.
// `--write` writes it anew.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const tools = join(root, 'api-tools', 'node_modules');
const document = (api) => join(root, '..', 'docs', 'generated', 'openapi', `${api}.yaml`);
const types = { resident: 'bodies.generated.ts', staff: 'staff-bodies.generated.ts' };

function run(script, args, more = {}) {
  const done = spawnSync(process.execPath, [join(tools, script), ...args], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 24, ...more });
  if (done.status !== 0) {
    console.error(`${done.stdout ?? ''}${done.stderr ?? ''}`);
    process.exit(1);
  }
  return done.stdout;
}

for (const [api, name] of Object.entries(types)) {
  const file = join(root, 'src', name);
  const current = run('openapi-typescript/bin/cli.js', [document(api), '--silent']);
  if (process.argv.includes('--write')) writeFileSync(file, current);
  if (readFileSync(file, 'utf8') !== current) {
    console.error(`src/${name} is out of date; run npm run api -- --write`);
    process.exit(1);
  }
}
run('@redocly/cli/bin/cli.js', ['lint', '--config', join(root, 'api-tools', 'redocly.yaml'), ...['resident', 'staff', 'partner'].map(document)], {
  env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
});
