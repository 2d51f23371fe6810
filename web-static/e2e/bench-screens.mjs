// What typing into a form of 300 questions and searching 2,000 procedures cost whoever has an old, slow device: in a
// real Chromium 72 whose processor is slowed down 4 times. Needs the built city hall and the tests of functions/catalogue
// run. Prints, asserts nothing about time.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { launch, root } from './browser.mjs';
import { oldPage } from './cdp.mjs';
import { startCity } from './start-city.mjs';

const SLOWER = 4;
const QUESTIONS = 300;
const PROCEDURES = 2000;

const sorted = (times) => [...times].sort((a, b) => a - b);
const told = (times) => {
  const all = sorted(times);
  const at = (share) => all[Math.min(all.length - 1, Math.floor(all.length * share))].toFixed(1);
  return `median ${at(0.5)} ms, 95 % ${at(0.95)} ms, longest ${at(1)} ms (${all.length} times)`;
};

/** From the key to the next picture; the frame's own 16 ms are in it. */
const LISTEN = `window.keys = []; document.addEventListener('keydown', (event) => {
  const from = event.timeStamp;
  requestAnimationFrame(() => setTimeout(() => window.keys.push(performance.now() - from)));
}, true); 0`;

async function typed(page, selector) {
  await page.evaluate(`document.querySelector(${JSON.stringify(selector)}).focus(); ${LISTEN}`);
  await page.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  for (let i = 0; i < 60; i++) {
    const text = 'abcdefghij'[i % 10];
    const key = { key: text, code: 'Key' + text.toUpperCase(), windowsVirtualKeyCode: text.toUpperCase().charCodeAt(0) };
    await page.send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...key });
    await page.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
    await new Promise((resolve) => setTimeout(resolve, 60));
  }
  await page.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  const times = await page.evaluate('window.keys');
  return times.slice(5);
}

function form(perPage) {
  const pages = [];
  for (let at = 0; at < QUESTIONS; at++) {
    if (at % perPage === 0) pages.push({ id: 'page' + at, title: 'ページ' + at, fields: [] });
    const id = 'q' + at;
    const label = '質問' + at;
    const kinds = [
      { type: 'text', maxLength: 100 },
      { type: 'number', min: 0, max: 99 },
      { type: 'yesno' },
      { type: 'radio', options: [{ value: 'o1', label: 'はい' }, { value: 'o2', label: 'いいえ' }] },
      { type: 'date' },
      at > 5 ? { type: 'text', visibleIf: { '>=': [{ var: 'q' + (Math.floor(at / 6) * 6 - 5) }, 1] } } : { type: 'text' },
    ];
    pages[pages.length - 1].fields.push({ id, label, ...kinds[at % 6] });
  }
  return { id: 'bench', version: 1, title: '300問の様式', pages };
}

const city = await startCity();
Object.assign(process.env, city.env);
const { portal, signInClerk, staff } = await import('./city.mjs');
const { visitor } = await import('./page.mjs');
const browser = await launch();
try {
  const designer = staff.find((one) => one.roles.includes('DIVISION_ADMINISTRATOR') && one.divisions.includes('shimin'));
  const desk = await visitor(browser);
  await signInClerk(desk.page, designer, '/designs');
  await desk.page.getByRole('button', { name: '新しい手続を作る' }).waitFor();
  for (const [procedureId, perPage] of [['bench-pages', 30], ['bench-one', QUESTIONS]]) {
    await desk.page.evaluate(
      async ({ procedureId, form }) => {
        const post = async (path, body) => {
          const headers = { 'content-type': 'application/json', 'idempotency-key': procedureId + '-' + Math.random().toString(36).slice(2) };
          const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
          if (!answer.ok) throw new Error(path + ': ' + (await answer.text()));
        };
        await post('/api/designs', { procedureId, name: '300問の様式', divisionId: 'shimin' });
        const page = { name: '300問の様式', kana: 'さんびゃくもん', summary: '計測', category: 'city', events: [], needs: [], words: [], audience: 'どなたでも', feeText: '無料', standardDays: 0, level: 'GUEST', online: true };
        await post(`/api/designs/${procedureId}/draft`, { ...page, form, revision: 1 });
        await post(`/api/designs/${procedureId}/publication`, { revision: 2, change: 'MAJOR', note: '計測' });
      },
      { procedureId, form: form(perPage) },
    );
  }
  await desk.end();

  const page = await oldPage();
  for (const [procedureId, how] of [['bench-pages', '30 questions per page'], ['bench-one', 'all on one page']]) {
    await page.goto(`${portal}/apply/${procedureId}`);
    await page.until(`document.querySelectorAll('form input[type=text], form input:not([type])').length > 3`, 'the form');
    const selector = await page.evaluate(`'#' + CSS.escape(document.querySelectorAll('form input[type=text], form input:not([type])')[0].id)`);
    console.log(`a key in a form of ${QUESTIONS} questions, ${how}, Chromium 72 slowed ${SLOWER} times: ${told(await typed(page, selector))}`);
  }

  // Search: the sample city's procedures over and over, numbered, until there are enough.
  const sample = JSON.parse(readFileSync(join(root, '../functions/catalogue/target/catalogue.json'), 'utf8'));
  const many = { ...sample, procedures: [] };
  for (let i = 0; many.procedures.length < PROCEDURES; i++) {
    const one = sample.procedures[i % sample.procedures.length];
    many.procedures.push({ ...one, id: one.id + i, name: `${one.name}（その${i}）` });
  }
  const copies = Math.ceil(PROCEDURES / sample.procedures.length);
  many.words = sample.words.map(([word, places]) => [
    word,
    Array.from({ length: copies }, (_, copy) => places.map((at) => at + copy * sample.procedures.length * 4))
      .flat()
      .filter((at) => at < PROCEDURES * 4),
  ]);
  const bytes = Buffer.from(JSON.stringify(many));
  const queries = ['queries.json', 'queries-of-residents.json'].flatMap((name) =>
    JSON.parse(readFileSync(join(root, '../functions/catalogue/src/test/resources', name), 'utf8')),
  );
  console.log(`index of ${PROCEDURES} procedures: ${Math.round(bytes.length / 1024)} KB, ${Math.round(gzipSync(bytes).length / 1024)} KB packed; of the sample's ${sample.procedures.length}: ${Math.round(gzipSync(JSON.stringify(sample)).length / 1024)} KB packed`);
  const built = await build({
    configFile: false, logLevel: 'error', root,
    build: { write: false, target: ['es2018', 'chrome72', 'safari12'], lib: { entry: join(root, 'src/app/finding.ts'), formats: ['iife'], name: 'search' } },
  });
  await page.goto(portal + '/');
  await page.until(`document.querySelector('#q')`, 'the start page');
  await page.evaluate([built].flat()[0].output[0].code.replace(/^(var|const) search\s*=/, 'window.search =') + '; 0');
  await page.evaluate(`window.many = ${JSON.stringify(many)}; window.sample = ${JSON.stringify(sample)}; window.queries = ${JSON.stringify(queries)}; 0`);
  const measure = `(() => {
    const time = (run) => { const from = performance.now(); run(); return performance.now() - from; };
    const warm = new search.Finding(many);
    queries.forEach(({ query }) => warm.find(query));
    // A new one: an index answers at once what it was asked before.
    let index;
    const made = time(() => (index = new search.Finding(many)));
    const first = time(() => index.find('会社を辞めた'));
    const found = queries.map(({ query }) => time(() => index.find(query)));
    const slips = queries.map(({ query }) => query.slice(0, -1) + 'ゑ').map((query) => time(() => index.similar(query, 5)));
    const small = new search.Finding(sample);
    const right = queries.filter(({ query, expected }) => {
      const hits = small.find(query).slice(0, 5).map((hit) => hit.entry.id);
      const best = hits.length > 0 ? hits : small.similar(query, 5).map((entry) => entry.id);
      return [].concat(expected).some((id) => best.indexOf(id) >= 0);
    });
    return { made, first, found, slips, recall: right.length / queries.length };
  })()`;
  for (const rate of [1, SLOWER]) {
    await page.send('Emulation.setCPUThrottlingRate', { rate });
    const { made, first, found, slips, recall } = await page.evaluate(measure);
    const how = rate === 1 ? 'Chromium 72' : `Chromium 72 slowed ${rate} times`;
    console.log(`search of ${PROCEDURES} procedures, ${how}: ${told(found)}; after a slip of the finger ${told(slips)}; index made in ${made.toFixed(0)} ms, first query ${first.toFixed(0)} ms; recall@5 ${recall.toFixed(3)} over ${queries.length} queries`);
  }
  await page.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await page.end();
} finally {
  await browser.close();
  await city.stop();
}
