import { BY_EMAIL, signInHref, useSession } from '../app/session.ts';
import { site } from '../app/site.ts';
import type { Procedure, Session } from '../app/types.ts';
import { signs } from './signing-needs.tsx';
import { OtherDevice } from './other-device.tsx';

/** What stands between somebody and a procedure before anything is filled in. */
export function lacking(procedure: Pick<Procedure, 'level'>, session: Session): 'sign-in' | 'proof' | null {
  if (procedure.level === 'guest') return null;
  // Staff at the counter have checked who it is, which stands for the card but signs nothing.
  if (site.attested && !signs(procedure)) return null;
  if (session.level === 'guest') return 'sign-in';
  return procedure.level !== 'account' && !session.proven ? 'proof' : null;
}

/**
 * Every way to sign in; to somebody signed in, to attach to their account. The city's first one is the main button, each
 * tells what it needs. Sign-in starts by navigation and comes back to `path`.
 */
export function SignInWays(props: {
  path: string;
  /** What one does by it: ログインする, ログインして申請する. */
  purpose: string;
  /** Only ways that proof who somebody is. */
  verifying?: boolean;
  /** In a tab of its own: what is typed stays here. */
  beside?: boolean;
}) {
  const known = useSession();
  if (known.status !== 'ready') return null;
  // Nobody should read their mail at a terminal that the next visitor uses; and an address is not attached, only signed
  // in with.
  const noMail = site.kiosk || known.session.level === 'signed-in';
  const ways = known.session.ways.filter((way) => (way.verifies || !props.verifying) && !(noMail && way.provider === BY_EMAIL));
  return (
    <>
      <ul class="plain sign-in-ways">
        {ways.map((way, at) => (
          <li key={way.provider}>
            <a
              class={'button' + (at === 0 ? ' button-main' : '')}
              href={signInHref(props.path, way, known.session.level === 'signed-in')}
              {...(props.beside ? { target: '_blank', rel: 'noopener' } : {})}
            >
              {way.label}で{props.purpose}
            </a>
            <p class="small">{way.hint}</p>
          </li>
        ))}
      </ul>
      {known.session.level === 'guest' && <OtherDevice />}
    </>
  );
}

/** Told to somebody who is signed in by a way that verifies nothing. */
export function ProofFirst(props: { path: string; purpose: string }) {
  return (
    <>
      <p>
        この手続には、マイナンバーカードなどでの<strong>本人確認</strong>が必要です。いまのログインのままでは進めません。次からは、その方法でもこのアカウントにログインできます。
      </p>
      <SignInWays path={props.path} purpose={props.purpose} verifying />
    </>
  );
}
