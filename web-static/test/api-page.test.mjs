import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { apiPage, problemsOf } from '../scripts/api-page.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const generated = (name) => readFileSync(join(root, '..', 'docs', 'generated', name), 'utf8');
const problems = problemsOf(generated('problems.md'));
const document = (api) => load(generated(`openapi/${api}.yaml`));

/** Everything that the document says by name. */
function* names(api) {
  for (const [path, item] of Object.entries(api.paths)) {
    for (const [method, one] of Object.entries(item)) {
      if (one.operationId !== undefined) yield `${method.toUpperCase()} ${path}`;
    }
  }
  for (const [name, schema] of Object.entries(api.components.schemas)) {
    yield name;
    yield* Object.keys(schema.properties ?? {});
  }
}

describe('The page of an API', () => {
  // The larger documents have what a partner may be offered next.
  for (const api of ['partner', 'resident', 'staff']) {
    it(`names every operation, body, component and error of ${api}`, () => {
      const page = apiPage(document(api), problems);
      for (const name of names(document(api))) assert.ok(page.includes(`<code>${name}</code>`), name);
      assert.ok(problems.length > 20, String(problems.length));
      for (const one of problems) assert.ok(page.includes(`<code>${one.code}</code>`), one.code);
    });

    it(`leads to each of its places that ${api} refers to, which are there once`, () => {
      const page = apiPage(document(api), problems);
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((hit) => hit[1]);
      assert.equal(new Set(ids).size, ids.length);
      for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.includes(id), id);
    });
  }

  it('says in words what a key must be let do', () => {
    const page = apiPage(document('partner'), problems);
    assert.match(page, /必要な許可：公開している手続の一覧を読む/);
    assert.doesNotMatch(page, /_PARTNER/);
  });

  it('has nothing that our content security policy would refuse, whatever the document says', () => {
    const evil = document('partner');
    Object.values(evil.paths)[0].get.summary = '<script>alert(1)</script>" onclick="x"';
    assert.doesNotMatch(apiPage(evil, problems), /<script|<style|\sstyle=|<[^>]*\sonclick=/);
  });

  it('cannot be made when the document says something that the page could not', () => {
    const unknown = document('partner');
    Object.values(unknown.components.schemas)[0].oneOf = [];
    assert.throws(() => apiPage(unknown, problems), /oneOf/);
  });
});
