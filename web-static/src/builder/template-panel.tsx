import { useEffect, useState } from 'preact/hooks';
import taxonomy from '../../../functions/catalogue/src/main/resources/catalogue/taxonomy.json';
import { Select } from '../console/inputs.tsx';
import type { Template } from './templates.ts';
import type { Doc } from '../console/design-types.ts';

/** Offered while a procedure has no question yet: one of the templates to begin with. */
export function TemplatePanel(props: { doc: Doc; formId: string; onDoc: (doc: Doc) => void }) {
  const [list, setList] = useState<typeof import('./templates.ts') | null>(null);
  const [failed, setFailed] = useState(false);
  const [chosen, setChosen] = useState('');
  useEffect(() => {
    // Without a connection the procedure is simply begun from nothing.
    import('./templates.ts').then(setList, () => setFailed(true));
  }, []);
  if (failed) return null;
  // Its place is kept until they are there: whoever has begun below is not moved.
  const templates = list === null ? [] : list.TEMPLATES;
  const template = templates.filter((one) => one.id === chosen)[0];
  return (
    <section class="b-panel">
      <h2>ひながたから始める</h2>
      <p class="hint">くらしのできごとごとのひながたです。質問・条件・案内文が入り、あとから自由に変えられます。「元に戻す」で、なかったことにもできます。</p>
      <Select
        label="ひながた"
        none="選んでください"
        value={chosen}
        options={templates.map((one) => ({ value: one.id, label: `${eventOf(one)}：${one.name}` }))}
        onValue={setChosen}
      />
      {list !== null && template !== undefined && (
        <>
          <p>
            {template.summary}（{template.pages.map((page) => page.title).join('、')}）
          </p>
          <button type="button" class="button" onClick={() => props.onDoc(list.fromTemplate(template, props.doc, props.formId))}>
            このひながたで始める
          </button>
        </>
      )}
    </section>
  );
}

function eventOf(template: Template): string {
  const event = taxonomy.events.filter((one) => one.id === template.event)[0];
  return event === undefined ? 'いろいろ' : event.name;
}
