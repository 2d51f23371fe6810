/**
 * The form engine of the browser: reads a form definition, checks answers, knows the eras and
 * folds readings. Twin of the Java module `functions/lib/forms`; no DOM, no dependencies.
 */
export * from './model';
export { readForm, type FormReading } from './read';
export { checkForm, checkPage, entered, pruneHidden, visiblePages } from './check';
export { gifKeys, prefill } from './prefill';
export { FILE_KINDS } from './read-kinds';
export {
  dayText, ERAS, FIRST_DAY, ofWareki, parseDay, parsePartialDay, plusDays, toWareki, warekiText,
  type Era, type Wareki,
} from './era';
export { foldKana, foldZengin, isKatakana } from './kana';
export { foldCode, foldEmail, foldPhone, foldPlain, foldPostal, mailbox } from './folding';
export { readNumber, readTyped, type TypedNumber } from './numbers';
export { compareDecimals, decimalsIn, isDecimal } from './decimals';
export { addSentences, dayInWords, partLabel, screenWords, type Params } from './messages';
export { LIMITS } from './limits';
export { foldPattern, PATTERNS } from './patterns';
export { coverage, coverageOf, inLanguage, textsOf, type Coverage, type KeyedText } from './texts';
export { foldForSearch } from './search';
export { isEmail, minutesOf, timeOf } from './text';
