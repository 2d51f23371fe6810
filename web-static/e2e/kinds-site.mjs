// The page of every kind of question, served under the portal's own content security policy and without a city hall.
import { createServer } from 'node:http';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import { build } from 'vite';
import { banks, branchesOf } from '../scripts/bank-list.mjs';
import { root, target } from './browser.mjs';

const header = readFileSync(
  join(root, '../functions/lib/blueprint/src/main/java/jp/ishikari/link/blueprint/SecurityHeader.java'), 'utf8');
/** The policy as the blueprint declares it. */
const policy = [...header.split('CONTENT_SECURITY_POLICY(')[1].split('),')[0].matchAll(/"([^"]*)"/g)].map((hit) => hit[1]).join('');
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
const VECTORS = join(root, '../functions/lib/forms/src/test/resources/vectors');

/** Builds and serves it; `/?form=kinds` asks the form of that file of the shared vectors. */
export async function kindsSite() {
  const folder = mkdtempSync(join(target, 'kinds-'));
  await build({
    configFile: join(root, 'vite.config.ts'),
    root: join(root, 'e2e/kinds'),
    logLevel: 'error',
    build: { outDir: folder, emptyOutDir: true, rollupOptions: { input: join(root, 'e2e/kinds/index.html') } },
  });
  const server = createServer((request, response) => {
    const { pathname: path, searchParams } = new URL(request.url, 'http://127.0.0.1');
    if (path === '/form') {
      const vectors = JSON.parse(readFileSync(join(VECTORS, searchParams.get('form') + '.json'), 'utf8'));
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(vectors.form));
      return;
    }
    const names = /^\/banks\/(banks|\d{4})\.json$/.exec(path);
    if (names !== null) {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(names[1] === 'banks' ? banks() : branchesOf(names[1])));
      return;
    }
    try {
      const file = readFileSync(join(folder, path === '/' ? 'index.html' : path));
      response.writeHead(200, { 'content-type': TYPES[extname(path) || '.html'] ?? 'application/octet-stream', 'content-security-policy': policy });
      response.end(file);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    close() {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
