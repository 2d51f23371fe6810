import { useState } from 'preact/hooks';
import { Notice } from '../ui/notices.tsx';

type Told = 'same' | 'other' | 'unreadable';

const WORDS: Record<Told, { kind: 'success' | 'error'; title: string; more: string }> = {
  same: {
    kind: 'success',
    title: 'このファイルは、市がお渡しした文書そのものです。',
    more: '内容は変えられていません。上の「有効」かどうかの表示とあわせてご確認ください。',
  },
  other: {
    kind: 'error',
    title: 'このファイルは、市がお渡しした文書ではありません。',
    more: '別の文書か、内容が変えられたファイルです。印刷した紙を読み取ったファイルや、保存し直したファイルも、こうなります。',
  },
  unreadable: { kind: 'error', title: 'ファイルを読み取れませんでした。', more: '別のブラウザでお試しいただくか、担当課にお問い合わせください。' },
};

/** Compares a file with the one that was handed over. It is read here and sent nowhere. */
export function VeryFile(props: { sha256: string }) {
  const [told, setTold] = useState<Told | null>(null);
  const [times, setTimes] = useState(0);
  const compare = async (file: File | undefined) => {
    if (file === undefined) return;
    let answer: Told;
    try {
      answer = (await sha256(file)) === props.sha256 ? 'same' : 'other';
    } catch {
      answer = 'unreadable';
    }
    setTold(answer);
    setTimes((n) => n + 1);
  };
  return (
    <section aria-labelledby="very-file-title">
      <h2 id="very-file-title">PDFが、お渡ししたものと同じかを確かめる</h2>
      {told !== null && (
        <Notice key={times} kind={WORDS[told].kind} title={WORDS[told].title} focus>
          <p>{WORDS[told].more}</p>
        </Notice>
      )}
      <div
        class="field"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void compare(event.dataTransfer?.files[0]);
        }}
      >
        <label for="very-file">文書のPDF</label>
        <p class="hint" id="very-file-hint">
          ファイルを選ぶか、ここに置いてください。ファイルは、この画面の中だけで確かめ、どこにも送りません。
        </p>
        <input
          id="very-file"
          type="file"
          accept="application/pdf,.pdf"
          aria-describedby="very-file-hint"
          onChange={(event) => {
            void compare(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </div>
    </section>
  );
}

async function sha256(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await bytesOf(file));
  return Array.from(new Uint8Array(digest), (byte) => ('0' + byte.toString(16)).slice(-2)).join('');
}

/** Old browsers have no `file.arrayBuffer()`. */
function bytesOf(file: File): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(file);
  });
}
