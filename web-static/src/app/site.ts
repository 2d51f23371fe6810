/** Facts about this entry that every screen may need. Set once by the entry. */
interface Site {
  kiosk: boolean;
  name: string;
}

export const site: Site = { kiosk: false, name: 'オンライン市役所' };
