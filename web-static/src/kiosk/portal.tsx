import { App } from '../portal/app.tsx';
import { Help } from './help.tsx';
import { KioskIdle } from './idle.tsx';

/** The portal as a terminal shows it, once a visit goes on. */
export function Portal() {
  return (
    <>
      <Help />
      <App />
      <KioskIdle />
    </>
  );
}
