import { useEffect, useRef } from 'preact/hooks';

/** So often a list that is open is asked for again. */
const AGAIN = 60000;
/**
 * Nobody has touched the page for so long: it is left alone. Each question counts as use of the session, which would never end on a
 * desk that was left.
 */
const AWAY = 5 * 60000;

const TOUCHES = ['keydown', 'mousedown', 'mousemove', 'touchstart', 'wheel'];

/** Asks again while the page is seen and somebody is there, and as soon as they come back to it. */
export function useFollowing(ask: () => void, every = AGAIN): void {
  const latest = useRef(ask);
  latest.current = ask;
  useEffect(() => {
    let touchedAt = Date.now();
    let askedAt = Date.now();
    const touched = () => {
      touchedAt = Date.now();
    };
    const look = () => {
      if (document.hidden || Date.now() - touchedAt >= AWAY) return;
      askedAt = Date.now();
      latest.current();
    };
    const back = () => {
      touched();
      // A window that comes to the front may tell so twice.
      if (Date.now() - askedAt > 1000) look();
    };
    const timer = setInterval(look, every);
    window.addEventListener('focus', back);
    document.addEventListener('visibilitychange', back);
    TOUCHES.forEach((name) => document.addEventListener(name, touched, { passive: true }));
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', back);
      document.removeEventListener('visibilitychange', back);
      TOUCHES.forEach((name) => document.removeEventListener(name, touched));
    };
  }, []);
}
