import names from '../../../functions/lib/forms/src/main/resources/jp/ishikari/link/forms/gate.json';

/** Languages that texts can be given in besides Japanese. */
export const LANGUAGES = [
  { value: 'easy', label: names['language.easy'] },
  { value: 'en', label: names['language.en'] },
];

export function languageName(language: string): string {
  return LANGUAGES.filter((one) => one.value === language)[0]?.label || nameOfOther(language);
}

/** What a browser calls a language that a package brought; browsers from before 2020 do not know. */
function nameOfOther(language: string): string {
  const { DisplayNames } = Intl as { DisplayNames?: new (locales: string[], options: { type: string }) => { of: (code: string) => string | undefined } };
  return (DisplayNames && new DisplayNames(['ja'], { type: 'language' }).of(language)) || 'ほかの言語';
}

/** Those, and what a package brought besides. */
export function languagesWith(...texts: ({ [language: string]: unknown } | undefined)[]): { value: string; label: string }[] {
  const others = texts.reduce<string[]>((all, one) => all.concat(Object.keys(one || {})), []);
  const known = LANGUAGES.map(({ value }) => value);
  return LANGUAGES.concat(
    others.filter((value, i) => known.indexOf(value) < 0 && others.indexOf(value) === i).map((value) => ({ value, label: languageName(value) })),
  );
}
