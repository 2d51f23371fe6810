import { useId, useState } from 'preact/hooks';
import { FILE_KINDS, type Expression, type Field, type Form } from '../forms/index.ts';
import { ConditionPanel } from './condition-panel.tsx';
import { earlier, optionsOf, OWN_DATA, setField, UNASKED, type Spot } from './edit.ts';
import { Check, NumberInput, Select, TextInput } from '../console/inputs.tsx';
import { COUNTERS } from '../console/whole-number.ts';
import { DayInput } from '../ui/day-input.tsx';
import { DefaultPanel } from './default-panel.tsx';
import { NumberPanel } from './number-panel.tsx';
import { SumPanel } from './sum-panel.tsx';

/** Everything about one question. */
export function FieldPanel(props: {
  form: Form;
  spot: Spot;
  field: Field;
  /** `about` names what is typed, so that it is one step of 元に戻す. */
  onForm: (form: Form, about?: string) => void;
}) {
  const { form, spot, field } = props;
  const set = (part: Partial<Field>, about?: string) =>
    props.onForm(setField(form, spot, part), about === undefined ? undefined : field.id + '.' + about);
  const note = field.type === 'note';
  return (
    <div class="b-panel">
      <TextInput
        id={'b-label-' + field.id}
        label={note ? '見出し' : '質問の文'}
        value={field.label}
        onText={(label) => set({ label: label || '' }, 'label')}
      />
      {(note || field.type === 'consent') && (
        <TextInput label={note ? '説明の文' : '同意していただく内容'} lines={4} value={field.text} onText={(text) => set({ text: text || '' }, 'text')} />
      )}
      {UNASKED.indexOf(field.type) < 0 && (
        <>
          <Check label="必ず答えていただく" checked={field.required === true} onCheck={(on) => set({ required: on || undefined } as Partial<Field>)} />
          <TextInput label="説明（質問の下に出ます）" value={field.help} onText={(help) => set({ help } as Partial<Field>, 'help')} />
          <TextInput label="記入例" value={field.example} onText={(example) => set({ example } as Partial<Field>, 'example')} />
        </>
      )}
      {field.type === 'computed' && (
        <>
          <TextInput label="単位（例：円、人）" value={field.unit} onText={(unit) => set({ unit } as Partial<Field>, 'unit')} />
          <SumPanel
            expression={field.value as Expression}
            fields={earlier(form, spot)}
            onChange={(value, about) => set({ value } as Partial<Field>, about)}
          />
        </>
      )}
      <KindPanel field={field} set={set} />
      <DefaultPanel field={field} set={set} />
      {spot.member === undefined && OWN_DATA[field.type] !== undefined && (
        <Check
          label="申請する方ご自身のこと"
          hint="マイナンバーカードから自動で入力し、職員が検索できるようにします。"
          checked={field.gif !== undefined}
          onCheck={(on) => set({ gif: on ? OWN_DATA[field.type] : undefined } as Partial<Field>)}
        />
      )}
      {spot.member === undefined && (
        <ConditionPanel
          title="この質問を出すとき"
          always="いつも出します。"
          expression={field.visibleIf}
          fields={earlier(form, spot)}
          onChange={(visibleIf) => set({ visibleIf } as Partial<Field>)}
        />
      )}
    </div>
  );
}

function KindPanel(props: { field: Field; set: (part: Partial<Field>, about?: string) => void }) {
  const { field, set } = props;
  switch (field.type) {
    case 'text':
      return (
        <>
          <Check label="何行でも書ける" checked={field.multiline === true} onCheck={(on) => set({ multiline: on || undefined } as Partial<Field>)} />
          <NumberInput label="文字数の上限" units={['文字', '字']} value={field.maxLength} onNumber={(maxLength) => set({ maxLength } as Partial<Field>, 'maxLength')} />
          <Select
            label="使える文字"
            value={field.characters || 'any'}
            options={[
              { value: 'any', label: '何でも' },
              { value: 'kana', label: 'カタカナ' },
              { value: 'digits', label: '数字' },
              { value: 'alnum', label: '英字と数字' },
            ]}
            onValue={(value) => set({ characters: value === 'any' ? undefined : value } as Partial<Field>)}
          />
        </>
      );
    case 'number':
    case 'amount':
      return <NumberPanel field={field} set={set} />;
    case 'radio':
    case 'select':
    case 'checkbox':
      return (
        <TextInput
          label="選択肢（1行に1つ）"
          lines={Math.max(3, (field.options || []).length + 1)}
          value={(field.options || []).map((option) => option.label).join('\n')}
          onText={(lines) => set({ options: optionsOf(lines || '', field.options || []) }, 'options')}
        />
      );
    case 'date':
      return <DateRange field={field} set={set} />;
    case 'name':
      return (
        <>
          <Check label="ふりがなを聞かない" checked={field.kana === false} onCheck={(on) => set({ kana: on ? false : undefined } as Partial<Field>)} />
          <Check label="旧氏も聞く" checked={field.formerName === true} onCheck={(on) => set({ formerName: on || undefined } as Partial<Field>)} />
        </>
      );
    case 'email':
      return (
        <Check label="確かめのため2回入力していただく" checked={field.confirm === true} onCheck={(on) => set({ confirm: on || undefined } as Partial<Field>)} />
      );
    case 'constant':
      return (
        <TextInput label="値" hint="申請にいつも付きます。住民には見えません。" value={String(field.value)} onText={(value) => set({ value: value || '' } as Partial<Field>, 'value')} />
      );
    case 'file':
      return <FilePanel field={field} set={set} />;
    case 'group':
      return (
        <>
          <NumberInput label="少なくともいくつ" units={COUNTERS} value={field.min as number | undefined} onNumber={(min) => set({ min } as Partial<Field>, 'min')} />
          <NumberInput label="多くていくつ" units={COUNTERS} value={field.max as number | undefined} onNumber={(max) => set({ max } as Partial<Field>, 'max')} />
          <TextInput label="ひとつずつの呼び方（例：お子さん）" hint="「お子さん 1」「お子さんを追加する」のように出ます。空なら、質問の文が使われます。" value={field.itemLabel} onText={(itemLabel) => set({ itemLabel } as Partial<Field>, 'itemLabel')} />
        </>
      );
    default:
      return null;
  }
}

/** What a clerk can take, in words; the form language's own are short for programs. */
const ACCEPTED: Record<string, string> = { pdf: 'PDF', jpeg: '写真（JPEG）', png: '画像（PNG）' };

/** Which files may be sent, and how many. Without a word of the author every kind, and one. */
function FilePanel(props: { field: Field; set: (part: Partial<Field>, about?: string) => void }) {
  const { field, set } = props;
  const taken = field.accept ?? FILE_KINDS;
  return (
    <>
      <NumberInput
        label="送れるファイルの数の上限"
        units={COUNTERS}
        hint="空なら1つです。1つのファイルは30MBまで送れます。"
        value={field.max as number | undefined}
        onNumber={(max) => set({ max } as Partial<Field>, 'max')}
      />
      <fieldset>
        <legend>送れる種類</legend>
        {FILE_KINDS.map((kind) => (
          <Check
            key={kind}
            label={ACCEPTED[kind] ?? kind.toUpperCase()}
            checked={taken.indexOf(kind) >= 0}
            onCheck={(on) => {
              const kinds = FILE_KINDS.filter((one) => (one === kind ? on : taken.indexOf(one) >= 0));
              // None at all would be a question that nobody can answer.
              if (kinds.length > 0) set({ accept: kinds.length === FILE_KINDS.length ? undefined : kinds } as Partial<Field>);
            }}
          />
        ))}
      </fieldset>
    </>
  );
}

/** Which days may be answered. Without a word of the author a birth is not in the future, and other days are within a hundred years. */
function DateRange(props: { field: Field; set: (part: Partial<Field>, about?: string) => void }) {
  const { field, set } = props;
  const id = useId();
  const today = field.max === 'today' ? 'past' : field.min === 'today' ? 'future' : 'any';
  const [own, setOwn] = useState(today === 'any' && (typeof field.min === 'string' || typeof field.max === 'string'));
  const day = (bound: unknown) => (typeof bound === 'string' && bound !== 'today' ? bound : undefined);
  return (
    <>
      <Select
        label="選べる日"
        value={own ? 'own' : today}
        options={[
          { value: 'any', label: field.gif === 'dateOfBirth' ? '今日まで（生年月日）' : 'いつでも（前後100年）' },
          { value: 'past', label: '今日まで（生年月日など）' },
          { value: 'future', label: '今日から（希望する日など）' },
          { value: 'own', label: '日付で決める' },
        ]}
        onValue={(value) => {
          setOwn(value === 'own');
          set({ max: value === 'past' ? 'today' : undefined, min: value === 'future' ? 'today' : undefined } as Partial<Field>);
        }}
      />
      {own &&
        (['min', 'max'] as const).map((bound) => (
          <DayInput
            key={bound}
            id={`${id}-${bound}`}
            label={bound === 'min' ? 'いちばん早い日' : 'いちばん遅い日'}
            hint="読めないあいだは、前の日のままです。"
            value={day(field[bound])}
            onDay={(typed) => {
              if (typed !== null) set({ [bound]: typed } as Partial<Field>, bound);
            }}
          />
        ))}
    </>
  );
}
