import { useEffect, useState } from 'preact/hooks';
import { lastHeardAt, onActivity } from '../app/activity.ts';

/** Warn so long before the end (design: 2 minutes; WCAG 2.2.1 asks for at least 20 seconds). */
const WARNING = 120000;

/**
 * Watches a session's end and offers to go on. Counts from the last answer of the server, so a person who only reads is
 * warned too.
 */
export function ExpiryWarning(props: {
  idleSeconds: number;
  endsAt: string;
  onStay: () => void;
  onEnd: () => void;
}) {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    let over = false;
    const look = () => {
      const end = Math.min(lastHeardAt() + props.idleSeconds * 1000, Date.parse(props.endsAt) || Infinity);
      const remaining = end - Date.now();
      if (remaining <= 0) {
        if (!over) props.onEnd();
        over = true;
      }
      setLeft(remaining <= WARNING ? Math.max(0, remaining) : null);
    };
    const timer = setInterval(look, 5000);
    const forget = onActivity(look);
    look();
    return () => {
      clearInterval(timer);
      forget();
    };
  }, [props.idleSeconds, props.endsAt]);
  if (left === null) return null;
  return (
    <div class="expiry" role="alert">
      <p>
        操作がないため、あと約{left > 60000 ? '2分' : '1分'}でログアウトします。入力中の方は「続ける」を押してください。
      </p>
      <button type="button" class="button" onClick={props.onStay}>
        続ける
      </button>
    </div>
  );
}
