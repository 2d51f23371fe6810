import '../polyfills.ts';
import './portal.css';
import { render } from 'preact';
import { rewrite, useBase } from '../app/router.ts';
import { refreshSession } from '../app/session.ts';
import { followTranslation } from '../app/translated.ts';
import { App } from './app.tsx';

followTranslation();

useBase('');
void refreshSession();

// A page that 戻る brings back as it was asks anew who is there: somebody may have signed out since.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) void refreshSession();
});

// The page stood before this script: whoever has begun to type a word goes on with it.
const root = document.getElementById('root')!;
const box = document.getElementById('q') as HTMLInputElement | null;
const had = box !== null && document.activeElement === box;
if (box !== null && box.value !== '') rewrite('/?q=' + encodeURIComponent(box.value));
root.textContent = '';
render(<App />, root);
if (had) document.getElementById('q')?.focus();
