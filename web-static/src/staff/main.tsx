import '../polyfills.ts';
import './staff.css';
import { render } from 'preact';
import { useBase } from '../app/router.ts';
import { site } from '../app/site.ts';
import { followTranslation } from '../app/translated.ts';
import { StaffApp } from './app.tsx';
// Also where no form is opened before somebody signs out or in: nothing that was typed stays then.
import '../console/kept.ts';
import { refreshStaffSession } from '../console/session.ts';

followTranslation();

useBase('');
site.staff = true;
site.name = '職員コンソール';
void refreshStaffSession();
render(<StaffApp />, document.getElementById('root')!);
