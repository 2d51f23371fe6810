import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Notice, Skeleton } from './notices.tsx';

/**
 * A screen whose code is fetched when it is first wanted, or a while after the first screen stands, whichever is
 * earlier. A failed fetch can be tried again. `quiet` for what nobody waits for.
 */
export function later<P extends object>(fetchIt: () => Promise<ComponentType<P>>, quiet?: boolean): ComponentType<P> {
  let screen: ComponentType<P> | null = null;
  const get = () =>
    fetchIt().then((found) => {
      screen = found;
    });
  window.addEventListener('load', () => setTimeout(() => void get().catch(() => undefined), 1500));

  return function Later(props: P) {
    const [tries, setTries] = useState(0);
    const [failed, setFailed] = useState(false);
    const [, redraw] = useState(false);
    useEffect(() => {
      if (screen !== null) return;
      setFailed(false);
      get().then(
        () => redraw(true),
        () => setFailed(true),
      );
    }, [tries]);
    if (screen !== null) {
      const Screen = screen;
      return <Screen {...props} />;
    }
    if (failed) {
      return (
        <Notice kind="error" title="画面を読み込めませんでした。">
          <p>電波や回線の状態を確かめて、もう一度お試しください。</p>
          <p>
            <button type="button" class="button" onClick={() => setTries(tries + 1)}>
              もう一度読み込む
            </button>
          </p>
        </Notice>
      );
    }
    return quiet ? null : <Skeleton />;
  };
}
