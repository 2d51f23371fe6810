import type { Field, Form, Option, Page } from './model';
import { own } from './model';

/** One text of a form under its key; the Java twin `FormTexts` lists the keys. */
export interface KeyedText { key: string; text: string }

/** How much of a form stands in a language. */
export interface Coverage {
  total: number;
  translated: number;
  /** Keys without translation, in form order. */
  missing: string[];
  /** Keys whose Japanese has changed since, in form order. */
  stale: string[];
  /** Keys of translations that no text has any more. */
  orphans: string[];
}

type Give = (key: string, text: string) => string;

/** The same form in another language; what is not translated, or stale, stays Japanese. */
export function inLanguage(form: Form, language: string): Form {
  const translations = own(form.texts, language);
  return walk(form, language, (key, text) => {
    const translation = own(translations, key);
    return own(translation, 'of') === text ? (own(translation, 'text') as string) : text;
  });
}

/** Every text of a form by its key, in form order. */
export function textsOf(form: Form): KeyedText[] {
  const texts: KeyedText[] = [];
  walk(form, 'ja', (key, text) => {
    texts.push({ key, text });
    return text;
  });
  return texts;
}

/** What of the texts of anything stands in a language; the Java twin is `Translations`. */
export function coverageOf(texts: KeyedText[], translations: unknown): Coverage {
  const keys = new Set(texts.map(({ key }) => key));
  const missing = texts.filter(({ key }) => own(translations, key) === undefined);
  const stale = texts.filter(({ key, text }) => {
    const translation = own(translations, key);
    return translation !== undefined && own(translation, 'of') !== text;
  });
  return {
    total: texts.length,
    translated: texts.length - missing.length - stale.length,
    missing: missing.map(({ key }) => key),
    stale: stale.map(({ key }) => key),
    orphans: Object.keys((translations as object) || {}).filter((key) => !keys.has(key)).sort(),
  };
}

/** What of a form stands in that language. */
export function coverage(form: Form, language: string): Coverage {
  return coverageOf(textsOf(form), own(form.texts, language));
}

function walk(form: Form, language: string, give: Give): Form {
  const walked: Form = { ...form, language, title: give('title', form.title) };
  if (form.submit !== undefined) walked.submit = give('submit', form.submit);
  walked.pages = form.pages.map((page: Page) => ({
    ...page,
    title: give(`page.${page.id}.title`, page.title),
    fields: fieldsIn('field.', page.fields, give),
  }));
  if (form.rules) {
    walked.rules = form.rules.map((rule) => ({
      ...rule, message: give(`rule.${rule.id}.message`, rule.message),
    }));
  }
  return walked;
}

function fieldsIn(prefix: string, fields: Field[], give: Give): Field[] {
  return fields.map((field) => fieldIn(`${prefix}${field.id}.`, field, give));
}

function fieldIn(key: string, field: Field, give: Give): Field {
  const walked: Field = { ...field };
  const put = (name: 'label' | 'help' | 'example' | 'text' | 'unit' | 'itemLabel'): void => {
    const text = field[name];
    if (text !== undefined) walked[name] = give(key + name, text);
  };
  put('label');
  put('help');
  put('example');
  put('text');
  put('unit');
  put('itemLabel');
  if (field.image) walked.image = { ...field.image, alt: give(`${key}alt`, field.image.alt) };
  if (field.options) {
    walked.options = field.options.map((option: Option) => ({
      value: option.value, label: give(`${key}option.${option.value}`, option.label),
    }));
  }
  if (field.fields) walked.fields = fieldsIn(key, field.fields, give);
  if (field.messages) {
    const messages: Record<string, string> = {};
    Object.keys(field.messages).sort().forEach((name) => {
      messages[name] = give(`${key}message.${name}`, (field.messages as Record<string, string>)[name] as string);
    });
    walked.messages = messages;
  }
  return walked;
}
