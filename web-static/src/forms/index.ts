/**
 * The form engine of the browser: reads a form definition, checks answers, knows the eras and
 * folds readings. Twin of the Java module `functions/lib/forms`; no DOM, no dependencies.
 */
export * from './model';
export { readForm, type FormReading } from './read';
export { checkForm, checkPage, pruneHidden, visiblePages } from './check';
export { gifKeys, prefill } from './prefill';
export {
  dayInWords, dayText, ERAS, FIRST_DAY, ofWareki, parseDay, plusDays, toWareki, warekiText,
  type Era, type Wareki,
} from './era';
export { foldKana, isKatakana } from './kana';
export { foldForSearch } from './search';
export { foldAscii, foldPhone, foldPostal, numberFromText } from './text';
