import { useState } from 'preact/hooks';
import { coverageOf, textsOf, type Form, type KeyedText } from '../forms/index.ts';
import { Select, TextInput, Tool } from '../console/inputs.tsx';
import type { Doc } from '../console/design-types.ts';
import { guideTexts, placeInGuide } from './guide-texts.ts';
import { languageName, languagesWith } from './languages.ts';
import { knownTranslations, withKnownTranslations } from './phrases.ts';
import { placeOfText } from './text-places.ts';

type Texts = NonNullable<Form['texts']>;

/** Japanese and translation side by side, of the page and of the form; what has become stale since is marked. */
export function LanguagesPanel(props: { doc: Doc; onDoc: (doc: Doc, about?: string) => void }) {
  const { doc } = props;
  const { form } = doc;
  const [language, setLanguage] = useState('easy');
  const begun = doc.texts?.[language] !== undefined || form?.texts?.[language] !== undefined;
  const set = (page: Texts | undefined, ofForm: Texts | undefined, about?: string) => {
    const next = { ...doc };
    if (page === undefined || Object.keys(page).length === 0) delete next.texts;
    else next.texts = page;
    if (form !== undefined) {
      const nextForm = { ...form };
      if (ofForm === undefined || Object.keys(ofForm).length === 0) delete nextForm.texts;
      else nextForm.texts = ofForm;
      next.form = nextForm;
    }
    props.onDoc(next, about);
  };
  const begin = () => {
    const page = { ...doc.texts, [language]: knownTranslations(guideTexts(doc), doc.texts?.[language] || {}, language) };
    set(page, form === undefined ? undefined : withKnownTranslations({ ...form, texts: { ...form.texts, [language]: {} } }).texts);
  };
  const without = (texts: Texts | undefined) => {
    const left = { ...texts };
    delete left[language];
    return left;
  };
  return (
    <section class="b-panel">
      <h2>ほかのことば</h2>
      <Select label="ことば" value={language} options={languagesWith(doc.texts, form?.texts)} onValue={setLanguage} />
      {!begun ? (
        <Tool about={languageName(language)} onPress={begin}>
          このことばを始める
        </Tool>
      ) : (
        <>
          <Sides
            title="手続の案内"
            texts={guideTexts(doc)}
            translations={doc.texts?.[language] || {}}
            place={placeInGuide}
            id={language + 'guide'}
            onTranslations={(translations, key) => set({ ...doc.texts, [language]: translations }, form?.texts, language + 'guide' + key)}
          />
          {form !== undefined && (
            <Sides
              title="様式"
              texts={textsOf(form).filter(({ text }) => text !== '')}
              translations={form.texts?.[language] || {}}
              place={(key) => placeOfText(key, form)}
              id={language}
              onTranslations={(translations, key) => set(doc.texts, { ...form.texts, [language]: translations }, language + key)}
            />
          )}
          <Tool about={languageName(language)} onPress={() => set(without(doc.texts), without(form?.texts))}>
            このことばをやめる
          </Tool>
        </>
      )}
    </section>
  );
}

/** Texts of one thing, each with its translation. */
function Sides(props: {
  title: string;
  texts: KeyedText[];
  translations: Texts[string];
  place: (key: string) => string;
  id: string;
  onTranslations: (translations: Texts[string], key: string) => void;
}) {
  const { title, texts, translations } = props;
  const told = coverageOf(texts, translations);
  return (
    <>
      <h3>{title}</h3>
      <p role="status">
        {title}：{told.total}のうち{told.translated}を訳しました。
        {told.stale.length > 0 && `元の日本語が変わったものが${told.stale.length}あります。`}
      </p>
      {texts.map(({ key, text }) => {
        const one = translations[key];
        const stale = one !== undefined && one.of !== text;
        return (
          <div key={props.id + key} class="b-text">
            <p class="hint">{props.place(key)}</p>
            <TextInput
              label={text}
              hint={stale ? '元の日本語が変わりました。見直してください。' : undefined}
              lines={text.length > 60 || text.indexOf('\n') >= 0 ? 3 : undefined}
              value={one === undefined ? undefined : one.text}
              onText={(translated) => {
                const next = { ...translations };
                if (translated === undefined) delete next[key];
                else next[key] = { text: translated, of: text };
                props.onTranslations(next, key);
              }}
            />
          </div>
        );
      })}
    </>
  );
}
