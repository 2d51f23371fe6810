import { later } from './later.tsx';

/** Behind every place that asks to sign in, and never needed for the first picture of a screen. */
export const OtherDevice = later(() => import('./other-device-panel.tsx').then((m) => m.OtherDevicePanel));
