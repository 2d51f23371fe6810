import '../polyfills.ts';
import '../styles/portal.css';
import { render } from 'preact';
import { useBase } from '../app/router.ts';
import { refreshSession } from '../app/session.ts';
import { site } from '../app/site.ts';
import { App } from './app.tsx';
import { KioskIdle } from './kiosk-idle.tsx';

useBase('/kiosk');
site.kiosk = true;
void refreshSession();
render(
  <>
    <App />
    <KioskIdle />
  </>,
  document.getElementById('root')!,
);
