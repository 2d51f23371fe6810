export { keepReason, keptReason } from '../src/staff/kept-reason.ts';
export { setStaffSession, signOutStaff, staffId, staffSessionEnded } from '../src/console/session.ts';
