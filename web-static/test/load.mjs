// Bundles a module of src in memory, as the build does, and imports it.
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../', import.meta.url));

export async function load(path) {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root,
    build: { write: false, minify: false, target: 'es2022', lib: { entry: root + 'src/' + path, formats: ['es'] } },
  });
  const { code } = [built].flat()[0].output[0];
  return import('data:text/javascript;base64,' + Buffer.from(code).toString('base64'));
}
