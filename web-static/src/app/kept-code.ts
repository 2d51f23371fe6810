import { site } from './site.ts';

/**
 * A code that opens something, kept by the browser for this tab alone. Nothing of a visitor stays at a terminal, and some browsers keep
 * nothing at all: then it is typed, or its link opened, again.
 *
 * @param name under which it stands
 */
export function keptCode(name: string): { keep: (code: string) => void; recalled: () => string } {
  return {
    keep: (code) => {
      if (site.kiosk) return;
      try {
        if (code === '') sessionStorage.removeItem(name);
        else sessionStorage.setItem(name, code);
      } catch {
        // Again.
      }
    },
    recalled: () => {
      try {
        return (site.kiosk ? null : sessionStorage.getItem(name)) ?? '';
      } catch {
        return '';
      }
    },
  };
}
