import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { match, usePlace } from '../app/router.ts';
import { losesInput, refreshSession, sessionEnded, signInPlace, signOut, useSession } from '../app/session.ts';
import { site } from '../app/site.ts';
import { dateTime } from '../app/words.ts';
import { CITY_HALL } from '../city-hall.generated.ts';
import { screens } from '../routes.generated.ts';
import { later } from '../ui/later.tsx';
import { Link } from '../ui/link.tsx';
import { Notice } from '../ui/notices.tsx';
import { skip } from '../ui/skip.ts';

// Minutes after somebody has signed in.
const ExpiryWarning = later(() => import('../ui/expiry.tsx').then((m) => m.ExpiryWarning), true);

/** Frame of every resident screen. */
export function Layout(props: { children: ComponentChildren }) {
  const { path } = usePlace();
  const known = useSession();
  const [ending, setEnding] = useState(false);
  const end = site.kiosk ? '終了する' : 'ログアウト';
  const session = known.status === 'ready' ? known.session : null;
  const inApplications = path.indexOf(screens.APPLICATIONS.path) === 0;
  const applying = match(screens.APPLY.path, path) !== null || match(screens.CORRECT.path, path) !== null;
  return (
    <>
      <a class="skip" href="#main" onClick={skip}>
        本文へ進む
      </a>
      <header class="site-header">
        <div class="wrap">
          <Link to="/" class="site-name">
            <svg width="36" height="36" viewBox="0 0 32 32" aria-hidden="true">
              <path d="M2 20c5 0 5-4 10-4s5 4 10 4 4-3 8-3" />
              <path d="M2 27c5 0 5-4 10-4s5 4 10 4 4-3 8-3" />
              <circle cx="16" cy="8" r="5" />
            </svg>
            <span>
              <span class="site-owner">{CITY_HALL.site}</span>
              <span class="site-title">{site.name}</span>
            </span>
          </Link>
          <nav aria-label="主なメニュー">
            <ul>
              <li>
                <Link to="/" current={path === '/'}>
                  {screens.HOME.title}
                </Link>
              </li>
              <li>
                <Link to={screens.APPLICATIONS.path} current={inApplications}>
                  {screens.APPLICATIONS.title}
                </Link>
              </li>
              {(session?.level === 'signed-in' || site.kiosk) && (
                <li>
                  <button type="button" class="as-link" onClick={() => (losesInput() ? setEnding(true) : void signOut())}>
                    {end}
                  </button>
                </li>
              )}
              {session?.level === 'guest' && !applying && path !== screens.SIGN_IN.path && !site.kiosk && (
                <li>
                  <a href={signInPlace(path)}>ログイン</a>
                </li>
              )}
            </ul>
          </nav>
        </div>
        {session?.level === 'signed-in' && (
          <p class="who">
            <span class="wrap">
              <span class="who-name">{session.name ? session.name + ' さん' : '本人確認なしでログイン中'}</span>
              <span class="who-last">
                {session.lastSignInAt
                  ? '前回のログイン：' + dateTime(session.lastSignInAt)
                  : 'はじめてのログインです'}
                {!site.kiosk && (
                  <>
                    {' '}
                    <Link to={screens.SIGN_INS.path}>{screens.SIGN_INS.title}</Link>
                  </>
                )}
              </span>
            </span>
          </p>
        )}
      </header>
      {session?.level === 'signed-in' && (
        <ExpiryWarning
          idleSeconds={session.idleSeconds}
          endsAt={session.endsAt}
          onStay={() => void refreshSession()}
          onEnd={sessionEnded}
        />
      )}
      <main id="main" class="wrap" tabIndex={-1}>
        {known.status === 'ready' && known.ended && !applying && (
          <Notice kind="info" title="時間がたったため、ログアウトしました。">
            <p>続けるには、もう一度ログインしてください。</p>
          </Notice>
        )}
        {ending && (
          <Notice kind="warning" title="入力した内容は消えます。" focus>
            <p class="button-row">
              <button type="button" class="button" onClick={() => setEnding(false)}>
                入力を続ける
              </button>
              <button type="button" class="button button-danger" onClick={() => void signOut()}>
                入力を消して{end}
              </button>
            </p>
          </Notice>
        )}
        {props.children}
      </main>
      <footer class="site-footer">
        <div class="wrap">
          <ul>
            <li>
              <Link to={screens.VERIFY.path}>{screens.VERIFY.title}</Link>
            </li>
            <li>
              <Link to={screens.ACCESSIBILITY.path}>{screens.ACCESSIBILITY.title}</Link>
            </li>
          </ul>
          <address>
            {CITY_HALL.name}
            <br />
            {CITY_HALL.address}
            <br />
            電話 {CITY_HALL.phone}（{CITY_HALL.hours}）
          </address>
        </div>
      </footer>
    </>
  );
}
