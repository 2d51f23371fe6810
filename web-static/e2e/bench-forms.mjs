// What a form of 100 fields costs in the browser: deciding about an application, in a current Chromium's JavaScript
// (Node) and in a real Chromium 72. The same form as FormBench's. Prints, asserts nothing about time.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from './browser.mjs';
import { oldPage } from './cdp.mjs';

const file = readFileSync(join(root, '../functions/bench/src/main/resources/hundred-fields.json'), 'utf8');
const built = await build({
  configFile: false, logLevel: 'error', root,
  build: { write: false, target: ['es2018', 'chrome72', 'safari12'], lib: { entry: join(root, 'src/forms/index.ts'), formats: ['iife'], name: 'forms' } },
});
const code = [built].flat()[0].output[0].code.replace(/^(var|const) forms\s*=/, 'globalObject.forms =');

/** Runs inside the browser: the median of three runs of three seconds after a second of warming up. */
const MEASURE = `(() => {
  const { form, answers, today } = JSON.parse(globalObject.file);
  const check = () => {
    const result = globalObject.forms.checkForm(form, answers, today, null);
    if (result.errors.length > 0) throw new Error(JSON.stringify(result.errors));
  };
  const run = (ms) => {
    const start = performance.now();
    let times = 0;
    while (performance.now() - start < ms) { check(); times++; }
    return (performance.now() - start) / times;
  };
  const first = (() => { const start = performance.now(); check(); return performance.now() - start; })();
  run(1000);
  const runs = [run(3000), run(3000), run(3000)].sort((a, b) => a - b);
  return 'first ' + first.toFixed(2) + ' ms, warm ' + runs[1].toFixed(3) + ' ms (' + runs[0].toFixed(3) + ' to ' + runs[2].toFixed(3) + ')';
})()`;

const here = new Function('globalObject', `${code}; return ${MEASURE}`)({ file });
console.log(`form of 100 fields: check an application in Node ${process.version}: ${here}`);

const server = createServer((request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>'));
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
const page = await oldPage();
await page.goto(`http://127.0.0.1:${server.address().port}/`);
await page.evaluate(`window.globalObject = window; window.file = ${JSON.stringify(file)}; ${code}; 0`);
console.log(`form of 100 fields: check an application in Chromium 72: ${await page.evaluate(MEASURE)}`);
await page.end();
server.close();
