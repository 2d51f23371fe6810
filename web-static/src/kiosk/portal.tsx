import { match } from '../app/router.ts';
import { App } from '../portal/app.tsx';
import { kioskScreens } from '../routes.generated.ts';
import { later } from '../ui/later.tsx';
import { Help } from './help.tsx';
import { KioskIdle } from './idle.tsx';

const Check = later(() => import('./check.tsx').then((m) => m.Check));

/** The portal as a terminal shows it, once a visit goes on. */
export function Portal() {
  return (
    <>
      <Help />
      <App further={further} />
      <KioskIdle />
    </>
  );
}

/** Screens that only a terminal has. */
function further(path: string) {
  const check = match(kioskScreens.COUNTER_CHECK.path, path);
  return check && <Check key={path} procedureId={check['procedureId']!} />;
}
