/** Facts about this entry that every screen may need. Set once by the entry. */
interface Site {
  kiosk: boolean;
  staff: boolean;
  /** At the counter: whether staff have checked who the visitor is. */
  attested: boolean;
  /** The city's own name for it; the server's setting replaces this as soon as the session is known. */
  name: string;
}

export const site: Site = { kiosk: false, staff: false, attested: false, name: 'いしかリンク' };

/** What the browser may offer from what was typed before: on a terminal that was somebody else, so nothing. */
export function autofill(what: string): string {
  return site.kiosk ? 'off' : what;
}
