// Which folder of src may import which, and that no circle of files comes about (docs/adr/0020).
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../src/', import.meta.url));

/** What a folder may import besides itself. An area is a part of the site that people see; areas know nothing of each other. */
const AREA = ['apply', 'forms', 'ui', 'app'];
/** The areas of the console stand on one ground: its calls, its session, its saving and its inputs. */
const CONSOLE_AREA = [...AREA, 'console'];
const MAY = {
  forms: [],
  app: ['forms'],
  ui: ['app', 'forms'],
  apply: ['ui', 'app', 'forms'],
  portal: AREA,
  kiosk: AREA,
  console: AREA,
  staff: CONSOLE_AREA,
  builder: CONSOLE_AREA,
  directory: CONSOLE_AREA,
  accounting: CONSOLE_AREA,
};

/** Entries that put areas together: the terminal shows the portal, the console its four areas. */
const ENTRIES = [
  [/^kiosk\/portal\.tsx$/, /^portal\/app\.tsx$/],
  [/^staff\/app\.tsx$/, /^(builder|directory|accounting)\//],
];

function files(folder = '') {
  return readdirSync(join(src, folder)).flatMap((name) => {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (statSync(join(src, path)).isDirectory()) return files(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

/** What a file imports from src; `lazy` is fetched when it is wanted. */
function importsOf(file) {
  const text = readFileSync(join(src, file), 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*(\(?)\s*'(\.[^']+)'/g)].flatMap(([, lazy, told]) => {
    const path = normalize(join(dirname(file), told));
    const found = [path, path + '.ts', path + '.tsx', path + '/index.ts'].find((one) => existsSync(join(src, one)) && statSync(join(src, one)).isFile());
    return found === undefined || found.startsWith('..') ? [] : [{ to: found, lazy: lazy === '(' }];
  });
}

const graph = new Map(files().map((file) => [file, importsOf(file)]));
const folder = (file) => (file.includes('/') ? file.split('/')[0] : null);

function wrong() {
  return [...graph].flatMap(([file, imports]) =>
    imports
      .filter(({ to }) => {
        const [from, target] = [folder(file), folder(to)];
        // The generated routes and the polyfills stand beside the folders and are anybody's; styles are looked at elsewhere.
        if (from === null || target === null || from === target || !/\.tsx?$/.test(to)) return false;
        return !MAY[from].includes(target) && !ENTRIES.some(([a, b]) => a.test(file) && b.test(to));
      })
      .map(({ to }) => [file, to]));
}

describe('The arrows of the site', () => {
  it('finds the folders that are looked at', () => {
    const found = new Set([...graph.keys()].map(folder).filter((one) => one !== null));
    assert.deepEqual([...found].sort(), Object.keys(MAY).sort());
    assert.ok([...graph.values()].flat().length > 500, 'imports are read');
  });

  it('lead from the areas to apply, ui, forms and app, never back and never from area to area', () => {
    assert.deepEqual(wrong().map((pair) => pair.join(' -> ')), []);
  });

  it('make no circle of files, fetched at once or later', () => {
    const circles = [];
    const done = new Set();
    const visit = (file, way) => {
      const at = way.indexOf(file);
      if (at >= 0) circles.push(way.slice(at).concat([file]).join(' -> '));
      if (at >= 0 || done.has(file)) return;
      (graph.get(file) ?? []).forEach(({ to }) => visit(to, way.concat([file])));
      done.add(file);
    };
    [...graph.keys()].forEach((file) => visit(file, []));
    assert.deepEqual(circles, []);
  });
});
