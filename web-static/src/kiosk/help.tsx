import { useEffect, useRef, useState } from 'preact/hooks';

/** 使い方, over the page, so that nothing typed is left for it. */
export function Help() {
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    panel.current?.focus();
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(false);
    };
    window.addEventListener('keydown', close);
    return () => {
      window.removeEventListener('keydown', close);
      opener.current?.focus();
    };
  }, [open]);
  return (
    <aside class="kiosk-bar" aria-label="この端末の使い方">
      <button
        type="button"
        class="button"
        ref={opener}
        aria-expanded={open}
        aria-controls="kiosk-help"
        onClick={() => setOpen(!open)}
      >
        使い方
      </button>
      {open && (
        <div id="kiosk-help" class="kiosk-help" role="dialog" aria-labelledby="kiosk-help-title" ref={panel} tabIndex={-1}>
          <h2 id="kiosk-help-title">使い方</h2>
          <ol>
            <li>画面のボタンを指で押して進みます。文字は、画面の下に出るキーボードか、備え付けのキーボードで入力します。</li>
            <li>「手続をさがす」から手続を選び、質問に順に答えます。前の画面に戻るときは、画面の中の「戻る」を押します。</li>
            <li>本人確認が必要な手続では、マイナンバーカードを使います。カードをお持ちでない方は、窓口の職員に書類をお見せください。</li>
            <li>終わったら「終了する」を押してください。入力した内容は、この端末に残りません。しばらく操作がないときも、自動で消えます。</li>
          </ol>
          <p>わからないことは、近くの職員に声をかけてください。</p>
          <p>
            <button type="button" class="button button-main" onClick={() => setOpen(false)}>
              閉じる
            </button>
          </p>
        </div>
      )}
    </aside>
  );
}
