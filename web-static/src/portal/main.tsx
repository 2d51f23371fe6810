import '../polyfills.ts';
import '../styles/portal.css';
import { render } from 'preact';
import { useBase } from '../app/router.ts';
import { refreshSession } from '../app/session.ts';
import { App } from './app.tsx';

useBase('');
void refreshSession();
render(<App />, document.getElementById('root')!);
