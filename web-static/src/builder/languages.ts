/** Languages that texts can be given in besides Japanese. */
export const LANGUAGES = [
  { value: 'easy', label: 'やさしい日本語' },
  { value: 'en', label: 'English' },
];
