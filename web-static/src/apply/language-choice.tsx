import { useState } from 'preact/hooks';
import { wordsIn } from './engine.ts';

/** What each language calls itself. */
const NAMES: Record<string, string> = { ja: '日本語', easy: 'やさしい日本語（にほんご）', en: 'English' };

/** The languages of a form as buttons; nothing when there is only one. */
export function LanguageChoice(props: {
  languages: string[];
  chosen: string;
  onChoose: (language: string) => Promise<void>;
}) {
  const [loading, setLoading] = useState(false);
  if (props.languages.length < 2) return null;
  return (
    <div class="languages" role="group" aria-label={wordsIn(props.chosen).say('screen.language')}>
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
            void props.onChoose(language).then(() => setLoading(false));
          }}
        >
          {NAMES[language] ?? language}
        </button>
      ))}
    </div>
  );
}

/** Easy Japanese is Japanese to a screen reader. */
export function tagOf(language: string): string {
  return language === 'easy' ? 'ja' : language;
}
