import names from '../../../functions/lib/forms/src/main/resources/jp/ishikari/link/forms/gate.json';

/** Languages that texts can be given in besides Japanese. */
export const LANGUAGES = [
  { value: 'easy', label: names['language.easy'] },
  { value: 'en', label: names['language.en'] },
];

export function languageName(language: string): string {
  return LANGUAGES.filter((one) => one.value === language)[0]?.label || 'ほかの言語（' + language + '）';
}

/** Those, and what a package brought besides. */
export function languagesWith(...texts: ({ [language: string]: unknown } | undefined)[]): { value: string; label: string }[] {
  const others = texts.reduce<string[]>((all, one) => all.concat(Object.keys(one || {})), []);
  const known = LANGUAGES.map(({ value }) => value);
  return LANGUAGES.concat(
    others.filter((value, i) => known.indexOf(value) < 0 && others.indexOf(value) === i).map((value) => ({ value, label: languageName(value) })),
  );
}
