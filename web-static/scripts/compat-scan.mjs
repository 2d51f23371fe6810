// Refuses what our oldest browsers (Chrome 72, Edge 79, Safari and iOS 12) do not have and the build does not lower:
// built-ins, newer syntax, regular expressions. Linters miss part of this in minified bundles.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'acorn';
import { full } from 'acorn-walk';

const assets = join(dirname(fileURLToPath(import.meta.url)), '..', 'dist', 'assets');

/** Names that must not be read as globals. */
const GLOBALS = ['globalThis', 'BigInt', 'ResizeObserver', 'IntersectionObserver', 'AbortController', 'structuredClone',
  'queueMicrotask', 'requestIdleCallback', 'WeakRef', 'FinalizationRegistry', 'AggregateError', 'PointerEvent'];
/** Members that must not be called on anything. */
const MEMBERS = ['at', 'replaceAll', 'matchAll', 'flat', 'flatMap', 'trimStart', 'trimEnd', 'allSettled', 'any',
  'fromEntries', 'replaceChildren', 'requestSubmit', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced',
  'hasOwn', 'groupBy', 'isWellFormed', 'toWellFormed', 'randomUUID', 'showModal', 'checkVisibility'];
/** What is allowed all the same, and why. */
const ALLOWED = {
  queueMicrotask: 'src/polyfills.ts fills it in before anything else runs',
  fromEntries: 'src/polyfills.ts fills it in',
};
/** Safari has these from 12.0 and Chrome from 69. */
const OLD_ENOUGH = new Set(['flat', 'flatMap', 'trimStart', 'trimEnd']);

const findings = [];
for (const file of readdirSync(assets).filter((name) => name.endsWith('.js'))) {
  const code = readFileSync(join(assets, file), 'utf8');
  let tree;
  try {
    // 2018 syntax; import() came to both browsers before they had the rest of 2020, so it is masked.
    tree = parse(code.replace(/\bimport\(/g, 'imp0rt(').replace(/\bimport\.meta\b/g, 'imp0rt.meta'), {
      ecmaVersion: 2018,
      sourceType: 'module',
    });
  } catch (error) {
    findings.push(`${file}: syntax newer than ES2018 (${error.message})`);
    continue;
  }
  full(tree, (node) => {
    const where = `${file}:${node.start}`;
    if (node.type === 'Identifier' && GLOBALS.includes(node.name) && !(node.name in ALLOWED)) {
      findings.push(`${where}: ${node.name}`);
    }
    // A property of ours may be called `at`; only a call means the method.
    const called = node.type === 'CallExpression' ? node.callee : null;
    if (called?.type === 'MemberExpression' && !called.computed && MEMBERS.includes(called.property.name)) {
      const name = called.property.name;
      if (!(name in ALLOWED) && !OLD_ENOUGH.has(name)) findings.push(`${where}: .${name}`);
    }
    const pattern =
      node.type === 'Literal' && node.regex
        ? node.regex.pattern + (/[dsv]/.test(node.regex.flags) ? '(?<' : '')
        : node.type === 'NewExpression' && node.callee.name === 'RegExp' && node.arguments[0]?.type === 'Literal'
          ? String(node.arguments[0].value)
          : '';
    if (/\(\?<[=!]|\(\?<\w|\\p\{/.test(pattern)) findings.push(`${where}: regular expression /${pattern}/`);
  });
}

if (findings.length > 0) {
  console.error('Not available on Chrome 72 / Safari 12:\n' + findings.join('\n'));
  process.exit(1);
}
console.log('compat scan: clean');
