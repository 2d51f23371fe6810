import type { ComponentChildren } from 'preact';
import { match, usePlace } from '../app/router.ts';
import { screens } from '../routes.generated.ts';
import { later } from '../ui/later.tsx';
import { NotFound } from '../ui/notices.tsx';
import { Home } from './home.tsx';
import { Layout } from './layout.tsx';
import { Procedure } from './procedure.tsx';

// The form engine comes with the first of these and is fetched ahead once the first screen stands.
const Accessibility = later(() => import('./accessibility.tsx').then((m) => m.Accessibility));
const Application = later(() => import('./application.tsx').then((m) => m.Application));
const Applications = later(() => import('./applications.tsx').then((m) => m.Applications));
const Apply = later(() => import('./apply.tsx').then((m) => m.Apply));
const Correct = later(() => import('./correct.tsx').then((m) => m.Correct));
const Sign = later(() => import('./sign.tsx').then((m) => m.Sign));
const Email = later(() => import('./email.tsx').then((m) => m.Email));
const SignIn = later(() => import('./sign-in.tsx').then((m) => m.SignIn));
const SignIns = later(() => import('./sign-ins.tsx').then((m) => m.SignIns));
const Claim = later(() => import('./claim.tsx').then((m) => m.Claim));
const Follow = later(() => import('./follow.tsx').then((m) => m.Follow));
const Payer = later(() => import('./payer.tsx').then((m) => m.Payer));
const Pair = later(() => import('./pair.tsx').then((m) => m.Pair));
const Verify = later(() => import('./verify.tsx').then((m) => m.Verify));
const Resume = later(() => import('./resume.tsx').then((m) => m.Resume));

/** Chooses the screen. Order matters only where a fixed segment and a parameter share a place; here none do. */
export function App(props: {
  /** Screens that only some entry has; null for every other path. */
  further?: (path: string) => ComponentChildren;
}) {
  const { path } = usePlace();
  return <Layout>{props.further?.(path) ?? screen(path)}</Layout>;
}

function screen(path: string) {
  if (match(screens.HOME.path, path)) return <Home />;
  if (match(screens.ACCESSIBILITY.path, path)) return <Accessibility />;
  if (match(screens.APPLICATIONS.path, path)) return <Applications />;
  if (match(screens.VERIFY.path, path)) return <Verify />;
  if (match(screens.RESUME.path, path)) return <Resume />;
  if (match(screens.CLAIM.path, path)) return <Claim />;
  if (match(screens.FOLLOW.path, path)) return <Follow />;
  if (match(screens.PAYER.path, path)) return <Payer />;
  if (match(screens.SIGN_IN.path, path)) return <SignIn />;
  if (match(screens.PAIR.path, path)) return <Pair />;
  if (match(screens.EMAIL.path, path)) return <Email />;
  if (match(screens.SIGN_INS.path, path)) return <SignIns />;
  const procedure = match(screens.PROCEDURE.path, path);
  if (procedure) return <Procedure key={path} procedureId={procedure['procedureId']!} />;
  const apply = match(screens.APPLY.path, path);
  if (apply) return <Apply key={path} procedureId={apply['procedureId']!} />;
  const sign = match(screens.SIGN.path, path);
  if (sign) return <Sign key={path} matter={sign['matter']!} />;
  const application = match(screens.APPLICATION.path, path);
  if (application) return <Application key={path} applicationId={application['applicationId']!} />;
  const correct = match(screens.CORRECT.path, path);
  if (correct) return <Correct key={path} applicationId={correct['applicationId']!} />;
  return <NotFound />;
}
