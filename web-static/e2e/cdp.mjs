// A page of Chromium 72 over the bare DevTools protocol: today's drivers no longer speak to a browser that old.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { chromium72 } from './browser.mjs';

/** Milliseconds. Long on purpose: a machine that does something else at the same time is slow, not wrong. */
const PATIENCE = 60000;

/** Starts the browser with one page. `lacking` is a script that runs before each page's own. */
export async function oldPage(lacking = '') {
  const start = await chromium72();
  // Whatever becomes of a test, its browser ends with it: a child that stays would hold the whole run.
  const child = spawn(start.binary, [...start.args, 'about:blank'], { env: start.env, stdio: ['ignore', 'ignore', 'pipe'] });
  const endpoint = await new Promise((resolve, reject) => {
    let told = '';
    const timer = setTimeout(() => reject(new Error('Chromium 72 did not start:\n' + told)), PATIENCE);
    child.stderr.on('data', (data) => {
      told += data;
      const hit = /DevTools listening on ws:\/\/([^/]+)\//.exec(told);
      if (hit === null) return;
      clearTimeout(timer);
      resolve(hit[1]);
    });
  });
  // It listens before its first page exists.
  let first;
  for (const end = Date.now() + PATIENCE; first === undefined && Date.now() < end; ) {
    const pages = await (await fetch(`http://${endpoint}/json/list`)).json();
    first = pages.find((one) => one.type === 'page');
    if (first === undefined) await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const socket = new WebSocket(first.webSocketDebuggerUrl);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error('no DevTools connection'));
  });
  const waiting = new Map();
  const complaints = [];
  let last = 0;
  const send = (method, params = {}) =>
    new Promise((resolve, reject) => {
      waiting.set(++last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data);
    if (message.id !== undefined) {
      const { resolve, reject } = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) reject(new Error(JSON.stringify(message.error)));
      else resolve(message.result);
    } else if (message.method === 'Runtime.exceptionThrown') {
      complaints.push('exception: ' + JSON.stringify(message.params.exceptionDetails).slice(0, 600));
    } else if (message.method === 'Runtime.consoleAPICalled' && message.params.type === 'error') {
      complaints.push('console: ' + JSON.stringify(message.params.args).slice(0, 300));
    } else if (message.method === 'Log.entryAdded' && message.params.entry.level === 'error') {
      // A policy violation arrives here too. A 4xx that the page expects does as well.
      if (!/status of 4\d\d/.test(message.params.entry.text)) complaints.push('log: ' + message.params.entry.text);
    } else if (message.method === 'Page.javascriptDialogOpening') {
      void send('Page.handleJavaScriptDialog', { accept: true });
    }
  };
  await Promise.all(['Page.enable', 'Runtime.enable', 'Log.enable'].map((method) => send(method)));
  await send('Emulation.setDeviceMetricsOverride', { width: 390, height: 800, deviceScaleFactor: 1, mobile: false });
  if (lacking !== '') await send('Page.addScriptToEvaluateOnNewDocument', { source: lacking });

  const evaluate = async (expression) => {
    const { result, exceptionDetails } = await send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
    if (exceptionDetails) throw new Error(expression.slice(0, 200) + '\n' + (exceptionDetails.exception?.description ?? exceptionDetails.text));
    return result.value;
  };
  const until = async (expression, what = expression) => {
    for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
      // While a navigation is under way there may be no page to ask.
      const value = await evaluate(expression).catch(() => false);
      if (value) return value;
      await new Promise((resolve) => setTimeout(resolve, 75));
    }
    throw new Error(`never came: ${what}\non ${await evaluate('location.href + "\\n" + document.body.innerText.slice(0, 1500)')}`);
  };
  const find = (selector) => `document.querySelector(${JSON.stringify(selector)})`;
  const byText = (text) =>
    `Array.from(document.querySelectorAll('a, button')).filter((one) => one.textContent.trim().indexOf(${JSON.stringify(text)}) === 0)[0]`;
  return {
    send,
    evaluate,
    until,
    goto: (url) => send('Page.navigate', { url }),
    see: (text) => until(`document.body.innerText.indexOf(${JSON.stringify(text)}) >= 0`, text),
    heading: (text) => until(`(document.querySelector('h1') || {textContent: ''}).textContent.indexOf(${JSON.stringify(text)}) >= 0`, text),
    async press(text) {
      await until(byText(text), text);
      await evaluate(byText(text) + '.click()');
    },
    async click(selector) {
      await until(find(selector), selector);
      await evaluate(find(selector) + '.click()');
    },
    /** Types as a keyboard would: into the focused field, with the browser's own events. */
    async type(selector, text) {
      await until(find(selector), selector);
      await evaluate(`${find(selector)}.focus(); ${find(selector)}.select && ${find(selector)}.select()`);
      await send('Input.insertText', { text });
    },
    async choose(selector, value) {
      await until(find(selector), selector);
      await evaluate(`(() => { const s = ${find(selector)}; s.value = ${JSON.stringify(value)}; s.dispatchEvent(new Event('change', { bubbles: true })); })()`);
    },
    async picture(path) {
      const { data } = await send('Page.captureScreenshot', { format: 'png' });
      writeFileSync(path, Buffer.from(data, 'base64'));
    },
    /** At once, for a test that failed. */
    drop() {
      socket.close();
      child.kill('SIGKILL');
    },
    async end() {
      socket.close();
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
      start.clean();
      assert.deepEqual(complaints, []);
    },
  };
}
