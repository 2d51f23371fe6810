import { useEffect, useRef, useState } from 'preact/hooks';
import { JAPANESE, language } from '../app/language.ts';
import { here } from '../app/router.ts';
import { isSignedIn, signOut } from '../app/session.ts';
import { lastHeardAt } from '../app/activity.ts';
import { hasDrafts } from '../apply/draft.ts';
import { begin, stillGoing, visitAge } from './visit.ts';

const SIGNS_OF_LIFE = ['pointerdown', 'touchstart', 'keydown', 'input', 'scroll'];

/** A visit that nobody has touched is begun anew so often, so that a visitor always has a young one. */
const FRESH = 4 * 60 * 1000;

/** Whoever types for long is in use, also for the server, which hears nothing of it. */
const HEARD = 3 * 60 * 1000;

/**
 * Wipes the terminal between visitors: after a quiet time it counts down, then signs out and loads the start page anew,
 * which empties this page's memory (requirement W-04). The times stand on the html element.
 */
export function KioskIdle() {
  const [left, setLeft] = useState<number | null>(null);
  const stay = useRef(() => {});
  useEffect(() => {
    const settings = document.documentElement.dataset;
    const quiet = Number(settings['idleSeconds']) * 1000;
    const warn = Number(settings['warnSeconds']) * 1000;
    let touchedAt = Date.now();
    let over = false;
    let asking = false;
    const ask = async (what: () => Promise<unknown>) => {
      asking = true;
      await what();
      asking = false;
    };
    const leave = () => {
      over = true;
      return signOut();
    };
    stay.current = () => {
      touchedAt = Date.now();
      if (!over) setLeft(null);
    };
    const touch = (event: Event) => {
      // The countdown has a button of its own; taking it away under the finger would hit what lies below.
      const target = event.target;
      if (target instanceof Element && target.closest('.kiosk-countdown') !== null) return;
      stay.current();
    };
    const look = () => {
      if (over) return;
      // Nothing of a visitor is on an untouched start page.
      if (here().path === '/' && location.search === '' && !isSignedIn() && !hasDrafts() && language() === JAPANESE) {
        setLeft(null);
        if (visitAge() > FRESH && !asking) void ask(begin);
        return;
      }
      if (Date.now() - lastHeardAt() > HEARD && !asking) {
        void ask(async () => {
          if (!(await stillGoing())) await leave();
        });
      }
      // Whoever waits for staff has nothing to press.
      const idle = document.querySelector('[data-waiting]') === null ? quiet : quiet * 4;
      const remaining = touchedAt + idle + warn - Date.now();
      if (remaining <= 0) {
        void leave();
      } else setLeft(remaining <= warn ? Math.ceil(remaining / 1000) : null);
    };
    SIGNS_OF_LIFE.forEach((name) => window.addEventListener(name, touch, { passive: true, capture: true }));
    const timer = setInterval(look, 1000);
    return () => {
      clearInterval(timer);
      SIGNS_OF_LIFE.forEach((name) => window.removeEventListener(name, touch, { capture: true }));
    };
  }, []);
  if (left === null) return null;
  return (
    <div class="kiosk-countdown" role="alertdialog" aria-labelledby="kiosk-title" aria-describedby="kiosk-text">
      <h2 id="kiosk-title">まだお使いですか</h2>
      <p id="kiosk-text">操作がないため、まもなく入力した内容を消して、はじめの画面に戻ります。</p>
      <p class="kiosk-seconds" role="timer" aria-live="off">
        あと {left} 秒
      </p>
      <button
        type="button"
        class="button button-main"
        ref={takeFocus}
        onClick={() => stay.current()}
      >
        続けて使う
      </button>{' '}
      <button type="button" class="button" onClick={() => void signOut()}>
        いま終わる
      </button>
    </div>
  );
}

/** One function for all renders, so that it runs once when the button appears and not with every second. */
function takeFocus(element: HTMLButtonElement | null): void {
  element?.focus();
}
