// The words of the Sudachi synonym dictionary that a search for procedures can use, for functions/catalogue: one group a line,
// words that call the others, then after a bar those that are only called ("expand control" of the dictionary).
// Without --write it fails when the committed file is not what the pinned package gives.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(
  root, '..', 'functions', 'catalogue', 'src', 'main', 'resources', 'catalogue', 'sudachi-synonyms.txt',
);
const groups = JSON.parse(readFileSync(join(root, 'node_modules', 'sudachi-synonyms-dictionary', 'sudachi-synonyms-dictionary.json'), 'utf8'));

/** Names of companies, people, dishes and the like: no procedure of a city is called so. */
const FIELDS = new Set([
  '企業名', '旧企業名', '人名', '地名', '国名', '大学名', '組織名', '旧組織名', '店名', 'キャラ', 'スポーツ', '料理', '音楽', '娯楽',
  'ファッション', '美容', '色', '化学', '単位', '時間', '商品', 'IT', '不快', '地形',
]);

const lines = [];
for (const { items } of groups) {
  if (items.some(({ bunya }) => bunya.some((field) => FIELDS.has(field)))) continue;
  const words = items.filter(({ midashi, gokeiSyubetsu }) => gokeiSyubetsu !== '間違い' && !/[ -~|\s]/.test(midashi));
  const calling = words.filter(({ expandControl }) => expandControl === 0).map(({ midashi }) => midashi);
  const called = words.filter(({ expandControl }) => expandControl === 1).map(({ midashi }) => midashi);
  if (calling.length === 0 || calling.length + called.length < 2) continue;
  lines.push(calling.join(' ') + (called.length > 0 ? ' | ' + called.join(' ') : ''));
}
const text = lines.join('\n') + '\n';

if (process.argv.includes('--write')) {
  writeFileSync(target, text);
} else if (readFileSync(target, 'utf8') !== text) {
  console.error('sudachi-synonyms.txt is not what the pinned package gives: npm run synonyms -- --write');
  process.exit(1);
}
console.log(`${lines.length} groups of synonyms`);
