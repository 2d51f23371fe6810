import { later } from './later.tsx';

/** What is known of this person's card; only they wait for its code. */
export const SigningConcerns = later(() => import('./signing-concerns-panel.tsx').then((m) => m.SigningConcerns));
