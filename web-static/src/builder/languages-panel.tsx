import { useState } from 'preact/hooks';
import { coverage, textsOf, type Form } from '../forms/index.ts';
import { Select, TextInput, Tool } from '../console/inputs.tsx';
import { LANGUAGES, languageName } from './languages.ts';
import { withKnownTranslations } from './phrases.ts';
import { placeOfText } from './text-places.ts';

/** Japanese and translation side by side; what has become stale since is marked. */
export function LanguagesPanel(props: { form: Form; onForm: (form: Form, about?: string) => void }) {
  const { form } = props;
  const [language, setLanguage] = useState('easy');
  const translations = (form.texts || {})[language];
  const set = (texts: Form['texts'], about?: string) => {
    const next = { ...form };
    if (texts === undefined || Object.keys(texts).length === 0) delete next.texts;
    else next.texts = texts;
    props.onForm(next, about);
  };
  const without = () => {
    const left = { ...(form.texts || {}) };
    delete left[language];
    set(left);
  };
  const told = coverage(form, language);
  return (
    <section class="b-panel">
      <h2>ほかのことば</h2>
      <Select label="ことば" value={language} options={LANGUAGES} onValue={setLanguage} />
      {translations === undefined ? (
        <Tool about={languageName(language)} onPress={() => props.onForm(withKnownTranslations({ ...form, texts: { ...(form.texts || {}), [language]: {} } }))}>
          このことばを始める
        </Tool>
      ) : (
        <>
          <p role="status">
            {told.total}のうち{told.translated}を訳しました。
            {told.stale.length > 0 && `元の日本語が変わったものが${told.stale.length}あります。`}
          </p>
          {textsOf(form)
            .filter(({ text }) => text !== '')
            .map(({ key, text }) => {
              const one = translations[key];
              const stale = one !== undefined && one.of !== text;
              return (
                <div key={language + key} class="b-text">
                  <p class="hint">{placeOfText(key, form)}</p>
                  <TextInput
                    label={text}
                    hint={stale ? '元の日本語が変わりました。見直してください。' : undefined}
                    lines={text.length > 60 || text.indexOf('\n') >= 0 ? 3 : undefined}
                    value={one === undefined ? undefined : one.text}
                    onText={(translated) => {
                      const next = { ...translations };
                      if (translated === undefined) delete next[key];
                      else next[key] = { text: translated, of: text };
                      set({ ...form.texts, [language]: next }, language + key);
                    }}
                  />
                </div>
              );
            })}
          <Tool about={languageName(language)} onPress={without}>
            このことばをやめる
          </Tool>
        </>
      )}
    </section>
  );
}
