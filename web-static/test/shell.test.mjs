import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';

const root = join(import.meta.dirname, '..');
const read = (file) => readFileSync(join(root, file), 'utf8');
/** Tags with their attributes, without what is between them. */
const tags = (text) => text.match(/<[a-z]+(?:\s[^>]*)?>/g).map((tag) => tag.replace(/\s*\/?>$/, '>'));
const mark = (text) => tags(text.slice(text.indexOf('<svg'), text.indexOf('</span>\n', text.indexOf('site-title'))));

describe('What stands before the script', () => {
  it('has the mark and the names of the header that the script puts in its place', () => {
    const before = mark(read('index.html'));
    assert.ok(before.length > 5);
    assert.deepEqual(before, mark(read('src/portal/layout.tsx')));
  });

  it('has the words and the search box of the first page', () => {
    // The heading is the screen's title, which the blueprint says.
    const home = read('src/portal/home.tsx') + read('src/routes.generated.ts');
    const html = read('index.html');
    const first = html.slice(html.indexOf('<!-- first page -->'), html.indexOf('<!-- /first page -->'));
    const words = first.replace(/<!--[^]*?-->|<[^>]*>/g, '\n').split('\n').map((line) => line.trim()).filter((line) => line !== '');
    assert.ok(words.length > 3);
    for (const line of words) assert.ok(home.includes(line), line + ' does not stand in the first page');
    for (const tag of tags(first).filter((one) => one.startsWith('<input'))) {
      assert.match(tag, /id="q" name="q"/);
    }
  });
});
