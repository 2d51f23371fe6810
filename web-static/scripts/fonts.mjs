// The fonts of the city's documents, for functions/documents: the files of the pinned packages, byte by byte, with their licences.
// `npm run fonts` compares; with `-- --write` it copies.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const given = (...parts) => readFileSync(join(root, 'node_modules', '@expo-google-fonts', ...parts));
const to = join(root, '..', 'functions', 'documents', 'src', 'main', 'resources', 'documents');

const FILES = {
  'BIZUDGothic-Regular.ttf': given('biz-udgothic', '400Regular', 'BIZUDGothic_400Regular.ttf'),
  'BIZUDGothic-OFL.txt': given('biz-udgothic', 'LICENSE_FONT'),
  'NotoSansJP-Regular.ttf': given('noto-sans-jp', '400Regular', 'NotoSansJP_400Regular.ttf'),
  'NotoSansJP-OFL.txt': given('noto-sans-jp', 'LICENSE_FONT'),
};

for (const [name, file] of Object.entries(FILES)) {
  if (process.argv.includes('--write')) writeFileSync(join(to, name), file);
  else if (!readFileSync(join(to, name)).equals(file)) {
    console.error(`${name} is not what the pinned package gives: npm run fonts -- --write`);
    process.exit(1);
  }
}
console.log(`${Object.keys(FILES).length} files of the fonts of documents`);
