// The font of the city's documents, for functions/documents: the file of the pinned package, byte by byte, with its licence.
// `npm run fonts` compares; with `-- --write` it copies.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const from = join(root, 'node_modules', '@expo-google-fonts', 'biz-udgothic');
const to = join(root, '..', 'functions', 'documents', 'src', 'main', 'resources', 'documents');

const FILES = {
  'BIZUDGothic-Regular.ttf': join('400Regular', 'BIZUDGothic_400Regular.ttf'),
  'BIZUDGothic-OFL.txt': 'LICENSE_FONT',
};

for (const [name, source] of Object.entries(FILES)) {
  const given = readFileSync(join(from, source));
  if (process.argv.includes('--write')) writeFileSync(join(to, name), given);
  else if (!readFileSync(join(to, name)).equals(given)) {
    console.error(`${name} is not what the pinned package gives: npm run fonts -- --write`);
    process.exit(1);
  }
}
console.log(`${Object.keys(FILES).length} files of the font of documents`);
