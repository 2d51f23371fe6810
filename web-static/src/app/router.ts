import { useLayoutEffect, useState } from 'preact/hooks';
import { site } from './site.ts';

/** Where we are. `state` belongs to the history entry and holds steps of a screen, never what a person typed. */
export interface Place {
  path: string;
  query: URLSearchParams;
  state: { step?: string };
}

/** Stands behind an address that a page of ours opens anew: whoever comes there has moved, and no browser knows. */
export const ARRIVED = '#arrived';

let base = '';
let moved = location.hash === ARRIVED;
if (moved) history.replaceState(history.state, '', location.pathname + location.search);
let pressed = false;
const listeners = new Set<() => void>();

/** The prefix all screens of this entry live under: '' or '/kiosk'. */
export function useBase(prefix: string): void {
  base = prefix;
  // Scroll and focus are ours: every step starts at its heading.
  if ('scrollRestoration' in history) history.scrollRestoration = 'manual';
  if (site.kiosk) standOn(history.state as Place['state'] | null);
  document.addEventListener('click', () => {
    pressed = true;
  }, true);
  window.addEventListener('popstate', () => {
    moved = true;
    if (site.kiosk) {
      standOn(null);
      back();
    } else tell();
  });
}

/**
 * A terminal's moves replace one entry of the browser's history, so that no visitor's way lies there. It stands on
 * another one, where the browser's own 戻る arrives: it then leads back inside the visit, or to the start page.
 */
const way: { path: string; state: Place['state'] }[] = [];

function standOn(state: Place['state'] | null): void {
  history.replaceState({}, '', href('/'));
  history.pushState(state ?? {}, '', current);
}
let current = location.pathname + location.search + location.hash;

/** One step back. */
export function back(): void {
  if (!site.kiosk) return history.back();
  const last = way.pop();
  replace(last?.path ?? href('/'), last?.state ?? {});
  tell();
}

function replace(address: string, state: Place['state']): void {
  current = address;
  history.replaceState(state, '', address);
}

/**
 * True after the first move inside the page, and where what was pressed has gone with the focus: only then may a heading take the
 * focus.
 */
export function hasMoved(): boolean {
  return moved || (pressed && document.activeElement === document.body);
}

/** Another screen stands in the place of this one although the address is the same. */
export function stepped(): void {
  moved = true;
  window.scrollTo(0, 0);
}

export function href(path: string): string {
  return base + path;
}

export function navigate(path: string, options: { replace?: boolean; step?: string } = {}): void {
  const state = options.step === undefined ? {} : { step: options.step };
  moved = true;
  if (options.replace) replace(href(path), state);
  else if (site.kiosk) {
    way.push({ path: current, state: here().state });
    replace(href(path), state);
  } else {
    history.pushState(state, '', href(path));
  }
  window.scrollTo(0, 0);
  tell();
}

/** Changes the address without a move: for search words and filters. */
export function rewrite(path: string): void {
  replace(href(path), here().state);
}

/** Notes on which step of a screen we stand, without a move. */
export function standAt(step: string): void {
  replace(location.pathname + location.search + location.hash, { step });
  tell();
}

export function here(): Place {
  const full = location.pathname;
  const inside = base !== '' && full.indexOf(base) === 0 ? full.slice(base.length) : full;
  return {
    path: inside === '' ? '/' : inside,
    query: new URLSearchParams(location.search),
    state: (history.state as Place['state'] | null) ?? {},
  };
}

export function usePlace(): Place {
  const [place, setPlace] = useState(here);
  // Before the browser does anything else: an answer between drawing and listening would be missed.
  useLayoutEffect(() => {
    const listener = () => setPlace(here());
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  }, []);
  return place;
}

/** Values of the template's parameters when the path fits, else null. */
export function match(template: string, path: string): Record<string, string> | null {
  const wanted = template.split('/');
  const given = path.replace(/(.)\/$/, '$1').split('/');
  if (wanted.length !== given.length) return null;
  const values: Record<string, string> = {};
  for (let i = 0; i < wanted.length; i++) {
    const name = /^\{(\w+)\}$/.exec(wanted[i]!);
    if (name !== null) {
      if (given[i] === '') return null;
      try {
        values[name[1]!] = decodeURIComponent(given[i]!);
      } catch {
        return null;
      }
    } else if (wanted[i] !== given[i]) return null;
  }
  return values;
}

/** Fills a screen's path. */
export function pathOf(template: string, values: Record<string, string> = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}

function tell(): void {
  listeners.forEach((listener) => listener());
}
