import taxonomy from '../../../functions/catalogue/src/main/resources/catalogue/taxonomy.json';
import { Check, NumberInput, Select, TextInput } from '../console/inputs.tsx';
import { LEVELS } from '../console/levels.ts';
import type { Doc } from '../console/design-types.ts';
import { PAY_WHEN, withNeeds } from './guide-texts.ts';

const names = (list: { id: string; name: string }[]) => list.map((one) => ({ value: one.id, label: one.name }));

/** One per line; an empty last line is one that is being begun. */
function listed(lines: string | undefined): string[] {
  return lines === undefined ? [] : lines.split('\n').filter((line, i, all) => line !== '' || i === all.length - 1);
}

/** What residents read before they apply. */
export function GuidePanel(props: { doc: Doc; onDoc: (doc: Doc, about?: string) => void }) {
  const { doc } = props;
  const set = (part: Partial<Doc>, about?: string) => {
    const next = { ...doc, ...part };
    (Object.keys(part) as (keyof Doc)[]).forEach((key) => {
      if (next[key] === undefined) delete next[key];
    });
    props.onDoc(next, about);
  };
  const text = (key: 'name' | 'kana' | 'summary' | 'audience' | 'feeText' | 'how' | 'law') => ({
    value: doc[key],
    onText: (value: string | undefined) => set({ [key]: value } as Partial<Doc>, key),
  });
  return (
    <section class="b-panel">
      <h2>手続の案内</h2>
      <TextInput id="b-guide-name" label="手続の名前" {...text('name')} />
      <TextInput id="b-guide-kana" label="ふりがな" hint="ひらがなで入力してください。さがすときに使います。" {...text('kana')} />
      <TextInput
        id="b-guide-words"
        label="ほかの言い方（1行に1つ）"
        hint="住民がさがすときに使うことばです。例：犬の届出、鑑札。公開すると、このことばでも見つかります。"
        lines={2}
        value={doc.words.join('\n')}
        onText={(lines) => set({ words: listed(lines) }, 'words')}
      />
      <TextInput id="b-guide-summary" label="どんな手続か" lines={2} {...text('summary')} />
      <Select label="分野" none="選んでください" value={doc.category || ''} options={names(taxonomy.categories)} onValue={(category) => set({ category: category || undefined } as Partial<Doc>)} />
      <fieldset class="b-condition">
        <legend>くらしのできごと</legend>
        {taxonomy.events.map((event) => (
          <Check
            key={event.id}
            label={event.name}
            checked={doc.events.indexOf(event.id) >= 0}
            onCheck={(on) => set({ events: on ? doc.events.concat([event.id]) : doc.events.filter((id) => id !== event.id) })}
          />
        ))}
      </fieldset>
      <TextInput id="b-guide-audience" label="対象になる方" {...text('audience')} />
      <TextInput id="b-guide-needs" label="必要なもの（1行に1つ）" lines={3} value={doc.needs.join('\n')} onText={(lines) => props.onDoc(withNeeds(doc, listed(lines)), 'needs')} />
      <TextInput id="b-guide-feeText" label="手数料の説明" hint="例：1通300円、無料" {...text('feeText')} />
      <Select
        id="b-guide-payWhen"
        label="手数料の納付"
        none="このシステムでは納めない"
        value={doc.payWhen ?? ''}
        options={PAY_WHEN}
        onValue={(value) => set(value === '' ? ({ payWhen: undefined } as Partial<Doc>) : { payWhen: value as NonNullable<Doc['payWhen']>, payDays: doc.payDays ?? 10 })}
      />
      {doc.payWhen !== undefined && (
        <>
          <TextInput
            id="b-guide-revenue"
            label="歳入科目"
            hint="会計で使う名前です。住民には表示されません。"
            value={doc.revenue}
            onText={(revenue) => set({ revenue } as Partial<Doc>, 'revenue')}
          />
          {doc.payWhen !== 'AT_COUNTER' && (
            <NumberInput
              id="b-guide-payDays"
              label="納付の期限（開庁日）"
              units={['日', '日間', '開庁日', '営業日']}
              value={doc.payDays}
              onNumber={(payDays) => set({ payDays } as Partial<Doc>, 'payDays')}
            />
          )}
          <TextInput
            id="b-guide-reductions"
            label="減額・免除の理由（1行に1つ。なくてもよい）"
            hint="ここに書いた理由のどれかで、職員が手数料を減らすか、無料にできます。理由は申請した方にも表示されます。例：生活保護を受けている"
            lines={2}
            value={(doc.reductions ?? []).join('\n')}
            onText={(lines) => set({ reductions: lines === undefined ? undefined : listed(lines) } as Partial<Doc>, 'reductions')}
          />
          {doc.reductions !== undefined && (
            <Check
              label="減額・免除は、もう1人の職員が承認する"
              checked={doc.reductionTakesTwo === true}
              onCheck={(on) => set({ reductionTakesTwo: on ? true : undefined } as Partial<Doc>)}
            />
          )}
        </>
      )}
      <NumberInput label="標準処理期間（開庁日。0は定めなし）" units={['日', '日間', '開庁日', '営業日']} value={doc.standardDays} onNumber={(standardDays) => set({ standardDays: standardDays || 0 }, 'standardDays')} />
      <TextInput label="根拠となる法令など" {...text('law')} />
      <Check label="オンラインで申請できる" checked={doc.online} onCheck={(online) => set({ online })} />
      {doc.form !== undefined && (
        <TextInput
          id="b-guide-submit"
          label="送信のボタンの文（なくてもよい）"
          hint="空欄のときは「申請を送信する」です。申請ではないものに使います。例：意見を送信する"
          value={doc.form.submit}
          onText={(submit) => {
            const form = { ...doc.form!, submit };
            if (submit === undefined) delete form.submit;
            set({ form: form as Doc['form'] }, 'submit');
          }}
        />
      )}
      <Select
        label="申請する人に求める本人確認"
        value={doc.level}
        options={Object.keys(LEVELS).map((value) => ({ value, label: LEVELS[value]! }))}
        onValue={(level) => set({ level: level as Doc['level'] })}
      />
      <TextInput
        id="b-guide-how"
        label={doc.online ? 'オンラインで申請できない方の手続のしかた（窓口・郵送など）' : '窓口・郵送での手続のしかた'}
        lines={3}
        {...text('how')}
      />
    </section>
  );
}
