import '../polyfills.ts';
import './staff.css';
import { render } from 'preact';
import { useBase } from '../app/router.ts';
import { site } from '../app/site.ts';
import { followTranslation } from '../app/translated.ts';
import { StaffApp } from './app.tsx';
// Also where no case is opened before somebody signs out or in: nothing of a case stays then.
import './kept-reason.ts';
import { refreshStaffSession } from '../console/session.ts';

followTranslation();

useBase('');
site.staff = true;
site.name = '職員コンソール';
void refreshStaffSession();
render(<StaffApp />, document.getElementById('root')!);
