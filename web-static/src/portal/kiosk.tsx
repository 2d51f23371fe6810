import '../polyfills.ts';
import '../styles/portal.css';
import { render } from 'preact';
import { resident } from '../app/api.ts';
import { here, href, useBase } from '../app/router.ts';
import { refreshSession } from '../app/session.ts';
import { site } from '../app/site.ts';
import { App } from './app.tsx';
import { KioskIdle } from './kiosk-idle.tsx';

useBase('/kiosk');
site.kiosk = true;

// A terminal starts with nobody, even when the last visitor's sign-out never reached the server.
if (here().path === '/') void resident('signOut').then(refreshSession);
else void refreshSession();

// 戻る must not bring a page back that a visitor left.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) location.replace(href('/'));
});

render(
  <>
    <App />
    <KioskIdle />
  </>,
  document.getElementById('root')!,
);
