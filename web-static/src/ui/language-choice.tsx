import { useState } from 'preact/hooks';
import { tagOf } from '../app/language.ts';

/** What each language calls itself. */
const NAMES: Record<string, string> = { ja: '日本語', easy: 'やさしい日本語（にほんご）', en: 'English' };

/** Languages as buttons; nothing when there is only one. */
export function LanguageChoice(props: {
  languages: string[];
  chosen: string;
  /** What the buttons are for, in the language that is chosen. */
  label: string;
  onChoose: (language: string) => Promise<void> | void;
}) {
  const [loading, setLoading] = useState(false);
  if (props.languages.length < 2) return null;
  return (
    <div class="languages" role="group" aria-label={props.label}>
      {props.languages.map((language) => (
        <button
          key={language}
          type="button"
          class="button button-small"
          lang={tagOf(language)}
          aria-pressed={language === props.chosen ? 'true' : 'false'}
          aria-disabled={loading}
          onClick={() => {
            if (loading) return;
            setLoading(true);
            void Promise.resolve(props.onChoose(language)).then(() => setLoading(false));
          }}
        >
          {NAMES[language] ?? language}
        </button>
      ))}
    </div>
  );
}
