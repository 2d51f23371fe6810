// Holds the browser's form engine to the server's: the shared vectors, and every line that the
// differential fuzz of functions/lib/forms wrote during its tests in the same build.
import assert from 'node:assert/strict';
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = new URL('../', import.meta.url);
const forms = new URL('../../functions/lib/forms/', import.meta.url);
const vectors = new URL('src/test/resources/vectors/', forms);
const fuzz = new URL('target/fuzz/', forms);

const { FOLDINGS, runVectors } = await load('vectors-runner');
const { addSentences, checkForm, inLanguage, readForm } = await load('index');
for (const language of ['en', 'easy']) {
  addSentences(language, JSON.parse(readFileSync(new URL(`src/main/resources/jp/ishikari/link/forms/messages.${language}.json`, forms), 'utf8')));
}

/** Bundles a module of src/forms as the build does, but in memory. */
async function load(module) {
  const entry = fileURLToPath(new URL(`src/forms/${module}.ts`, root));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(root),
    build: { write: false, minify: false, target: 'es2018', lib: { entry, formats: ['es'] } },
  });
  const { code } = [built].flat()[0].output[0];
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
}

/** The lines of a file that the Java half wrote. */
async function* lines(name) {
  const file = new URL(name, fuzz);
  assert.ok(existsSync(file), `functions/lib/forms has not written ${name}; run its tests first`);
  for await (const line of createInterface({ input: createReadStream(file) })) yield JSON.parse(line);
}

/** JSON with sorted keys, so that only the content is compared. */
function sorted(value) {
  return JSON.stringify(value, (_key, each) =>
    each !== null && typeof each === 'object' && !Array.isArray(each)
      ? Object.fromEntries(Object.keys(each).sort().map((key) => [key, each[key]]))
      : each);
}

/** The operators that a check evaluated: of the fee, of pages, and of the fields that are visible. */
function evaluated(form, check) {
  const names = new Set();
  const visible = new Set(check.visibleFields.map((path) => path.replace(/\[\d+\]/g, '')));
  const collect = (expression) => {
    if (expression === null || typeof expression !== 'object') return;
    for (const [key, value] of Object.entries(expression)) {
      names.add(key);
      collect(value);
    }
  };
  const conditions = (prefix, fields) => {
    for (const field of fields || []) {
      if (!visible.has(prefix + field.id)) continue;
      collect(field.visibleIf);
      conditions(`${prefix}${field.id}.`, field.fields);
    }
  };
  collect(form.fee);
  for (const page of form.pages) {
    collect(page.visibleIf);
    conditions('', page.fields);
  }
  return names;
}

describe('The two form engines', () => {
  for (const file of readdirSync(vectors)) {
    it(`give what the vectors state: ${file}`, () => {
      const result = runVectors(JSON.parse(readFileSync(new URL(file, vectors), 'utf8')));
      assert.deepEqual(result.failed, []);
      assert.ok(result.passed > 0);
    });
  }

  it('decide the same about every made-up application', async () => {
    const made = JSON.parse(readFileSync(new URL('forms.json', fuzz), 'utf8'));
    const counts = {};
    const distinct = new Set();
    const differences = [];
    let all = 0;
    let valid = 0;
    const count = (name) => { counts[name] = (counts[name] || 0) + 1; };
    for await (const { form, answers, today, claimedFee, language, result } of lines('answers.jsonl')) {
      all++;
      const check = checkForm(inLanguage(made[form], language), answers, today, claimedFee);
      if (sorted(check) !== sorted(result)) {
        differences.push({ form: made[form].id, answers, java: result, browser: check });
      }
      const { canonical, ...decision } = check;
      distinct.add(form + JSON.stringify(decision));
      if (check.errors.length === 0) valid++;
      check.errors.forEach((error) => count(error.code));
      evaluated(made[form], check).forEach((name) => count(`operator ${name}`));
    }
    assert.equal(differences.length, 0, JSON.stringify(differences.slice(0, 2), null, 1));
    assert.ok(all >= 20000, `only ${all} applications`);
    assert.ok(distinct.size >= 5000, `only ${distinct.size} different results`);
    assert.ok(valid >= all / 10, `only ${valid} valid`);
    const codes = ['required', 'type', 'characters', 'length', 'integer', 'range', 'option',
      'duplicate', 'date', 'phone', 'email', 'postal', 'count', 'hidden', 'unknown', 'consent',
      'fee', 'upload', 'digits', 'time', 'step', 'pattern', 'rule', 'derived', 'decimals', 'unit'];
    const used = ['var', 'item', '==', '!=', '>', '>=', '<', '<=', 'and', 'or', '!', 'in', '+', '-',
      '*', 'if', 'sum', 'count', 'answered'].map((name) => `operator ${name}`);
    const rare = codes.concat(used).filter((name) => !(counts[name] >= 20));
    assert.deepEqual(rare, [], 'reached too rarely');
  });

  it('fold every pasted text the same', async () => {
    const differences = [];
    let all = 0;
    for await (const { kind, text, folded } of lines('foldings.jsonl')) {
      all++;
      if (FOLDINGS[kind](text) !== folded) differences.push({ kind, text, java: folded, browser: FOLDINGS[kind](text) });
    }
    assert.deepEqual(differences.slice(0, 5), []);
    assert.ok(all >= 100000, `only ${all} texts`);
  });

  it('find the same in every damaged definition', async () => {
    const differences = [];
    let all = 0;
    for await (const { definition, findings } of lines('definitions.jsonl')) {
      all++;
      const reading = readForm(definition);
      const found = (reading.findings || []).map((f) => [f.pointer, f.code, f.detail]);
      if (sorted(found) !== sorted(findings)) differences.push({ definition, findings, found });
    }
    assert.equal(differences.length, 0, JSON.stringify(differences.slice(0, 1), null, 1));
    assert.ok(all >= 4000, `only ${all} definitions`);
  });
});
