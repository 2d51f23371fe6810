/** A tab that a browser opens again days later starts without, in milliseconds. */
const LASTS = 12 * 3600 * 1000;

interface Kept {
  by: string;
  at: number;
  typed: unknown;
}

/** What people typed and have not sent, kept by the browser for one tab alone; each thing is of one person. */
export interface TabMemory {
  keep(name: string, by: string, typed: unknown): void;
  /** What the same person had typed there; anybody else's, and what is too old, is forgotten. */
  kept(name: string, by: string): unknown;
  forget(name: string): void;
  /** Forgets what anybody but one typed; everything without one. */
  forgetOthers(by?: string): void;
  /** Names of what is kept for one person and begins like this. */
  names(start: string, by: string): string[];
}

/** One kind of what is typed, under names that begin with `prefix`. Where storage is shut off, nothing is kept. */
export function tabMemory(prefix: string): TabMemory {
  const all = () => Object.keys(sessionStorage).filter((key) => key.indexOf(prefix) === 0);
  const read = (key: string): Kept | null => {
    try {
      return JSON.parse(sessionStorage.getItem(key) ?? 'null') as Kept | null;
    } catch {
      // Of another version.
      return null;
    }
  };
  const stays = (key: string, by: string | undefined): boolean => {
    const kept = read(key);
    return kept !== null && kept.by === by && Date.now() - kept.at < LASTS;
  };
  const memory: TabMemory = {
    keep(name, by, typed) {
      trying(() => {
        const kept: Kept = { by, at: Date.now(), typed };
        // What was emptied is kept as such.
        sessionStorage.setItem(prefix + name, JSON.stringify(kept, (_, value: unknown) => (value === undefined ? null : value)));
      });
    },
    kept(name, by) {
      const found = trying(() => (stays(prefix + name, by) ? read(prefix + name)!.typed : null));
      if (found === null) memory.forget(name);
      return found;
    },
    forget(name) {
      trying(() => sessionStorage.removeItem(prefix + name));
    },
    forgetOthers(by) {
      trying(() => all().filter((key) => !stays(key, by)).forEach((key) => sessionStorage.removeItem(key)));
    },
    names(start, by) {
      return (
        trying(() =>
          all()
            .filter((key) => key.indexOf(prefix + start) === 0 && stays(key, by))
            .map((key) => key.slice(prefix.length)),
        ) ?? []
      );
    },
  };
  return memory;
}

/** Null where storage is shut off: then what is typed lives as long as the page. */
function trying<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
