import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { CITY_HALL } from './src/city-hall.generated.ts';

const here = import.meta.dirname ?? process.cwd();

/** The oldest browsers of the tender (3.6.1): what they lack is lowered here or refused by the compat scan. */
export const OLD_BROWSERS = ['es2018', 'chrome72', 'edge79', 'safari12', 'ios12'];

export default defineConfig({
  // Preact's JSX by Vite's own compiler: no Babel.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [
    {
      name: 'city-hall',
      // Before Vite's own %NAME%, which would warn of names that it does not know.
      transformIndexHtml: {
        order: 'pre',
        handler: (html) =>
          html.replace(/%CITY_HALL_([A-Z]+)%/g, (_, name) => CITY_HALL[name.toLowerCase() as keyof typeof CITY_HALL]),
      },
    },
  ],
  build: {
    target: OLD_BROWSERS,
    cssTarget: OLD_BROWSERS.slice(1),
    // A data: URI would need exceptions in the content security policy.
    assetsInlineLimit: 0,
    // The polyfill is inline-ish start-up code that none of our browsers needs.
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: {
        portal: resolve(here, 'index.html'),
        kiosk: resolve(here, 'kiosk/index.html'),
        staff: resolve(here, 'staff/index.html'),
      },
    },
  },
});
