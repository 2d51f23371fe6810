import { parseDay } from './era';
import { LIMITS } from './limits';
import { ERROR_CODES, isObject, type ErrorCode } from './model';
import type { Place, Scope } from './place';
import { ExpressionReader } from './read-expression';
import { isLanguage } from './text';

/** Checks what stands beside the pages of a definition: rules, texts in languages, examples. */
export function readParts(root: Place, scope: Scope): void {
  rules(root.child('rules'), scope);
  texts(root.child('texts'));
  examples(root.child('examples'));
}

function rules(place: Place, scope: Scope): void {
  const ids = new Set<string>();
  const size = place.present ? place.elements(0, LIMITS.rules) : 0;
  for (let i = 0; i < size; i++) {
    const rule = place.element(i);
    if (!rule.isObject()) continue;
    rule.only(['id', 'require', 'at', 'message']);
    unique(rule.child('id'), ids);
    new ExpressionReader(scope, null).read(rule.child('require'), 'boolean');
    const at = rule.child('at').text(LIMITS.id);
    const field = at === null ? null : scope.find(at, rule.child('at'));
    if (field && (field.type === 'note' || field.type === 'constant')) rule.child('at').found('type');
    rule.child('message').text(LIMITS.label);
  }
}

function texts(place: Place): void {
  if (!place.present || !place.isObject()) return;
  const languages = keys(place);
  if (languages.length > LIMITS.languages) {
    place.found('limit');
    return;
  }
  for (const language of languages) {
    const one = place.entry(language);
    if (!isLanguage(language)) one.found('id');
    else if (one.isObject()) translations(one);
  }
}

function translations(place: Place): void {
  const all = keys(place);
  if (all.length > LIMITS.translations) {
    place.found('limit');
    return;
  }
  for (const key of all) {
    const entry = place.entry(key);
    if (!entry.isObject()) continue;
    entry.only(['text', 'of']);
    entry.child('text').text(LIMITS.text, true);
    entry.child('of').text(LIMITS.text, true);
  }
}

function examples(place: Place): void {
  const ids = new Set<string>();
  const size = place.present ? place.elements(0, LIMITS.examples) : 0;
  for (let i = 0; i < size; i++) {
    if (place.element(i).isObject()) example(place.element(i), ids);
  }
}

function example(place: Place, ids: Set<string>): void {
  place.only(['id', 'title', 'today', 'answers', 'expect']);
  unique(place.child('id'), ids);
  place.child('title').text(LIMITS.label);
  const today = place.child('today').text(LIMITS.id);
  if (today !== null && !parseDay(today)) place.child('today').found('type');
  const answers = place.child('answers');
  if (answers.isObject() && !bounded(answers.value, 0, { values: 0 })) answers.found('limit');
  const expect = place.child('expect');
  if (expect.isObject()) expected(expect);
}

function expected(place: Place): void {
  place.only(['accepted', 'errors', 'fee', 'pages']);
  const accepted = place.child('accepted');
  if (!accepted.present) accepted.found('required');
  const pages = place.child('pages');
  const size = pages.present ? pages.elements(0, LIMITS.pages) : 0;
  for (let i = 0; i < size; i++) pages.element(i).text(LIMITS.id);
  accepted.truth();
  errors(place.child('errors'));
  const fee = place.child('fee');
  if (fee.present) fee.integer(0);
}

function errors(place: Place): void {
  const size = place.present ? place.elements(0, LIMITS.fields) : 0;
  for (let i = 0; i < size; i++) {
    const error = place.element(i);
    if (!error.isObject()) continue;
    error.only(['path', 'code']);
    error.child('path').text(LIMITS.label);
    const code = error.child('code').text(LIMITS.id);
    if (code !== null && ERROR_CODES.indexOf(code as ErrorCode) < 0) error.child('code').found('type');
  }
}

function unique(place: Place, ids: Set<string>): void {
  const id = place.id(false);
  if (id === null) return;
  if (ids.has(id)) place.found('duplicate');
  ids.add(id);
}

function keys(place: Place): string[] {
  return Object.keys(place.value as object).sort();
}

/** Whether a value from outside is small enough to be kept in a definition. */
function bounded(value: unknown, depth: number, count: { values: number }): boolean {
  count.values++;
  if (depth > LIMITS.exampleDepth || count.values > LIMITS.exampleValues) return false;
  if (typeof value === 'string') return value.length <= LIMITS.answer;
  let inner: unknown[] = [];
  if (Array.isArray(value)) inner = value;
  else if (isObject(value)) inner = Object.keys(value).map((key) => value[key]);
  return inner.length <= LIMITS.exampleValues && inner.every((each) => bounded(each, depth + 1, count));
}
