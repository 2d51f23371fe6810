import names from '../../../functions/lib/forms/src/main/resources/jp/ishikari/link/forms/gate.json';

/** Languages that texts can be given in besides Japanese. */
export const LANGUAGES = [
  { value: 'easy', label: names['language.easy'] },
  { value: 'en', label: names['language.en'] },
];

export function languageName(language: string): string {
  return LANGUAGES.filter((one) => one.value === language)[0]?.label || language;
}
