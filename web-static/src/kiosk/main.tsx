import '../polyfills.ts';
import '../portal/portal.css';
import './kiosk.css';
import { render } from 'preact';
import { href, useBase } from '../app/router.ts';
import { site } from '../app/site.ts';
import { followTranslation } from '../app/translated.ts';
import { Gate } from './gate.tsx';
import { arrive } from './visit.ts';

followTranslation();

const BASE = '/kiosk';
const START = BASE + '/';
site.kiosk = true;

// 戻る must not bring a page back that a visitor left, neither as it was nor loaded anew.
window.addEventListener('pageshow', (event) => {
  if (event.persisted) location.replace(href('/'));
});
// Deprecated, yet the only way in old browsers; a browser without it has the other two guards.
const { navigation } = performance as { navigation?: PerformanceNavigation };
if (navigation?.type === 2 && location.pathname !== START) {
  location.replace(START);
} else {
  useBase(BASE);
  void arrive();
  render(<Gate />, document.getElementById('root')!);
}
