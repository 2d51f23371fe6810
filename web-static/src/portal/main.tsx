import '../polyfills.ts';
import '../styles/portal.css';
import { render } from 'preact';
import { useBase } from '../app/router.ts';
import { refreshSession } from '../app/session.ts';
import { App } from './app.tsx';

useBase('');
void refreshSession();

// A page that 戻る brings back as it was asks anew who is there: somebody may have signed out since.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) void refreshSession();
});
render(<App />, document.getElementById('root')!);
