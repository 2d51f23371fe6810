export { forgetTyped, keepTyped, keptForms, keptTyped } from '../src/console/kept.ts';
export { setStaffSession, signOutStaff, staffId, staffSessionEnded } from '../src/console/session.ts';
