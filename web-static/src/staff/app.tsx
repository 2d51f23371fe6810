import type { ComponentChildren } from 'preact';
import { match, usePlace } from '../app/router.ts';
import { dateTime } from '../app/words.ts';
import { skip } from '../ui/skip.ts';
import { screens } from '../staff-routes.generated.ts';
import { Link } from '../ui/link.tsx';
import { later } from '../ui/later.tsx';
import { NotFound, ProblemBox, Skeleton } from '../ui/notices.tsx';
import { OneTimeCode, StaffHome } from './sign-in.tsx';
import { VisitsWaiting } from './visits-waiting.tsx';
import {
  MENU,
  may,
  refreshStaffSession,
  signOutStaff,
  staffSessionEnded,
  useStaffSession,
} from '../console/session.ts';

// Both bring the form engine; whoever signs in does not need it yet.
const CaseScreen = later(() => import('./case.tsx').then((m) => m.CaseScreen));
const Cases = later(() => import('./cases.tsx').then((m) => m.Cases));

// Brings the form engine with its inputs.
const Entries = later(() => import('./entries.tsx').then((m) => m.Entries));
const Entry = later(() => import('./entry.tsx').then((m) => m.Entry));
const EntryCorrection = later(() => import('./entry-correction.tsx').then((m) => m.EntryCorrection));

const BulkJobs = later(() => import('./bulk-jobs.tsx').then((m) => m.BulkJobs));
const OneBulkJob = later(() => import('./bulk-job.tsx').then((m) => m.OneBulkJob));

const Visits = later(() => import('./visits.tsx').then((m) => m.Visits));

// Minutes after somebody has signed in.
const ExpiryWarning = later(() => import('../ui/expiry.tsx').then((m) => m.ExpiryWarning), true);

// Once in the life of an authenticator.
const Enrolment = later(() => import('./enrolment.tsx').then((m) => m.Enrolment));

const PaymentTasks = later(() => import('./payment-tasks.tsx').then((m) => m.PaymentTasks));
const PrintList = later(() => import('./print-list.tsx').then((m) => m.PrintList));

// For who keeps a division.
const Sentences = later(() => import('./sentences.tsx').then((m) => m.Sentences));

// Few clerks build forms; nobody else loads it.
const Designs = later(() => import('../builder/designs.tsx').then((m) => m.Designs));
const Editor = later(() => import('../builder/editor.tsx').then((m) => m.Editor));
const Versions = later(() => import('../builder/versions.tsx').then((m) => m.Versions));

// For system administrators.
const Settings = later(() => import('../directory/settings.tsx').then((m) => m.Settings));
const Divisions = later(() => import('../directory/divisions.tsx').then((m) => m.Divisions));

const OversightWaiting = later(() => import('../directory/oversight.tsx').then((m) => m.OversightWaiting));

const Terminals = later(() => import('../directory/terminals.tsx').then((m) => m.Terminals));

const Partners = later(() => import('../directory/partners.tsx').then((m) => m.Partners));

const PaymentWays = later(() => import('../directory/payment-ways.tsx').then((m) => m.PaymentWays));
// For who keeps the books.
const Settlements = later(() => import('../accounting/settlements.tsx').then((m) => m.Settlements));
const Ledger = later(() => import('../accounting/ledger.tsx').then((m) => m.Ledger));

// For user administrators and auditors.
const StaffList = later(() => import('../directory/staff-list.tsx').then((m) => m.StaffList));
const StaffImport = later(() => import('../directory/staff-import.tsx').then((m) => m.StaffImport));
const NewStaffMember = later(() => import('../directory/staff-member.tsx').then((m) => m.NewStaffMember));
const OneStaffMember = later(() => import('../directory/staff-member.tsx').then((m) => m.OneStaffMember));

/** Chooses the screen; whoever is not fully signed in sees sign-in instead. */
export function StaffApp() {
  const { path } = usePlace();
  const known = useStaffSession();
  return <Frame>{content()}</Frame>;

  function content() {
    if (known.status === 'loading') return <Skeleton />;
    if (known.status === 'failed') {
      return <ProblemBox problem={known.problem} retry={() => location.reload()} />;
    }
    if (known.session.level === 'guest') return <StaffHome {...(known.session.notice ? { notice: known.session.notice } : {})} {...(known.ended === undefined ? {} : { ended: known.ended })} />;
    if (known.session.level === 'first-factor') {
      return known.session.enrolled ? <OneTimeCode name={known.session.name} /> : <Enrolment name={known.session.name} />;
    }
    if (path === screens.STAFF_HOME.path || path === screens.ONE_TIME_CODE.path) {
      return <StaffHome name={known.session.name} />;
    }
    if (path === screens.CASES.path) return <Cases session={known.session} />;
    const one = match(screens.CASE.path, path);
    if (one) return <CaseScreen key={path} applicationId={one['applicationId']!} />;
    if (path === screens.PAYMENT_TASKS.path) return <PaymentTasks />;
    if (path === screens.PRINT_LIST.path) return <PrintList />;
    if (path === screens.SENTENCES.path) return <Sentences />;
    const corrected = match(screens.ENTER_CORRECTION.path, path);
    if (corrected) return <EntryCorrection key={path} applicationId={corrected['applicationId']!} />;
    if (path === screens.BULK_JOBS.path) return <BulkJobs />;
    const job = match(screens.BULK_JOB.path, path);
    if (job) return <OneBulkJob key={path} jobId={job['jobId']!} />;
    if (path === screens.ENTRIES.path) return <Entries />;
    const entry = match(screens.ENTRY.path, path);
    if (entry) return <Entry key={path} procedureId={entry['procedureId']!} />;
    if (path === screens.SETTLEMENTS.path) return <Settlements />;
    if (path === screens.LEDGER.path) return <Ledger />;
    if (path === screens.DESIGNS.path) return <Designs />;
    const design = match(screens.DESIGN.path, path);
    if (design) return <Editor key={path} procedureId={design['procedureId']!} />;
    const versions = match(screens.DESIGN_VERSIONS.path, path);
    if (versions) return <Versions key={path} procedureId={versions['procedureId']!} />;
    if (path === screens.SIGN_IN_POLICY.path) return <Settings />;
    if (path === screens.DIVISIONS.path) return <Divisions />;
    if (path === screens.VISITS.path) return <Visits />;
    if (path === screens.TERMINALS.path) return <Terminals />;
    if (path === screens.PARTNERS.path) return <Partners />;
    if (path === screens.PAYMENT_WAYS.path) return <PaymentWays />;
    if (path === screens.STAFF_LIST.path) return <StaffList />;
    if (path === screens.STAFF_IMPORT.path) return <StaffImport />;
    if (path === screens.STAFF_NEW.path) return <NewStaffMember />;
    const member = match(screens.STAFF_MEMBER.path, path);
    if (member) return <OneStaffMember key={path} staffId={member['staffId']!} />;
    return <NotFound />;
  }
}

/** When the sign-in before this one ended. */
function endOf(began: string, signedOut: string | undefined): string {
  return signedOut !== undefined && signedOut > began ? dateTime(signedOut) : '（ログアウトの操作なし）';
}

function Frame(props: { children: ComponentChildren }) {
  const { path } = usePlace();
  const known = useStaffSession();
  const session = known.status === 'ready' ? known.session : null;
  return (
    <>
      <a class="skip" href="#main" onClick={skip}>
        本文へ進む
      </a>
      <header class="site-header site-header-staff">
        <div class="wrap">
          <Link to="/" class="site-name">
            <span>
              <span class="site-owner">石狩市</span>
              <span class="site-title">職員コンソール</span>
            </span>
          </Link>
          {session?.level === 'signed-in' && (
            <nav aria-label="主なメニュー">
              <ul>
                {MENU.filter((one) => may(one.access)).map(({ screen }) => (
                  <li key={screen.path}>
                    <Link to={screen.path} current={path.indexOf(screen.path) === 0}>
                      {screen.title}
                    </Link>
                  </li>
                ))}
                <li>
                  <button type="button" class="as-link" onClick={() => void signOutStaff()}>
                    ログアウト
                  </button>
                </li>
              </ul>
            </nav>
          )}
        </div>
        {session?.level === 'signed-in' && (
          <p class="who">
            <span class="wrap">
              <span class="who-name">
                {session.name}
                {session.divisions.length > 0 && `（${session.divisions.map((division) => division.name).join('、')}）`}
              </span>
              <span class="who-last">
                {session.signedInAt && 'ログイン：' + dateTime(session.signedInAt) + '　'}
                {session.lastSignInAt
                  ? '前回：' + dateTime(session.lastSignInAt) + '〜' + endOf(session.lastSignInAt, session.lastSignOutAt)
                  : 'はじめてのログインです'}
              </span>
            </span>
          </p>
        )}
      </header>
      {session?.level === 'signed-in' && (
        <ExpiryWarning
          idleSeconds={session.idleSeconds}
          endsAt={session.endsAt}
          onStay={() => void refreshStaffSession()}
          onEnd={staffSessionEnded}
        />
      )}
      <main id="main" class="wrap" tabIndex={-1}>
        {session?.level === 'signed-in' && may('REVIEWER') && <VisitsWaiting />}
        {session?.level === 'signed-in' && may('OVERSEER') && <OversightWaiting />}
        {props.children}
      </main>
    </>
  );
}
