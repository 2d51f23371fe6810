import { useState } from 'preact/hooks';
import { staff } from '../console/api.ts';
import { Select } from '../console/inputs.tsx';
import { useStaffLoad } from '../console/load.ts';

/** Puts one of the sentences that the division keeps ready (定型文) where the cursor stood in a text. */
export function ReadySentences(props: {
  applicationId: string;
  /** Id of the text. */
  into: string;
}) {
  const params = { applicationId: props.applicationId };
  const { loaded } = useStaffLoad('sentences ' + props.applicationId, () => staff('listCaseSentences', { params }));
  const [chosen, setChosen] = useState('');
  const sentences = loaded.status === 'ready' ? loaded.value.sentences : [];
  if (sentences.length === 0) return null;
  return (
    <div class="ready-sentences">
      <Select
        label="定型文"
        none="選んでください"
        value={chosen}
        options={sentences.map((one) => ({ value: one.name, label: one.name }))}
        onValue={setChosen}
      />
      <button
        type="button"
        class="button"
        aria-disabled={chosen === ''}
        onClick={() => {
          const sentence = sentences.filter((one) => one.name === chosen)[0];
          if (sentence !== undefined) insert(document.getElementById(props.into) as HTMLTextAreaElement, sentence.text);
        }}
      >
        文に入れる
      </button>
    </div>
  );
}

/** As if it was typed: what stands around it stays, and the cursor is behind it. */
function insert(box: HTMLTextAreaElement, text: string): void {
  const before = box.value.slice(0, box.selectionStart);
  const after = box.value.slice(box.selectionEnd);
  box.value = before + text + after;
  box.dispatchEvent(new Event('input', { bubbles: true }));
  box.focus();
  box.setSelectionRange(before.length + text.length, before.length + text.length);
}
