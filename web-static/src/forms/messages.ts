import rules from '../../../functions/lib/forms/src/main/resources/jp/ishikari/link/forms/messages.json';
import { own, type ErrorCode, type Field, type FindingCode } from './model';

/** Where in the answers the check is. */
export interface Spot {
  path: string;
  page: string;
  field: Field;
  /** The part of a name or address, or null. */
  part: string | null;
  /** What an item of the surrounding group is called, or null outside groups. */
  item: string | null;
  /** Which item, from 1. */
  number: number;
}

/** The limits that were missed. */
export type Params = Record<string, string | number>;

type Rules = Record<string, string>;

const LANGUAGES: Record<string, Rules> = { ja: rules };

/** Makes the sentences of another language known; what it leaves out is told in Japanese. */
export function addSentences(language: string, sentences: Rules): void {
  LANGUAGES[language] = { ...rules, ...sentences };
}

function rulesOf(language: string): Rules {
  return (own(LANGUAGES, language) || rules) as Rules;
}

function rule(language: string, key: string): string | undefined {
  return own(rulesOf(language), key) as string | undefined;
}

/** A sentence or word of the screens that ask a form (`screen.…`). */
export function screenWords(language: string, key: string, params: Params = {}): string {
  return fill((rule(language, key) || own(rules, key) || '') as string, params);
}

/** What a part of a name, an address or a bank account is called. */
export function partLabel(language: string, type: string, part: string): string {
  return rule(language, `part.${type}.${part}`) as string;
}

/** A day in words. */
export function dayInWords(text: string, language = 'ja'): string {
  const [year, month, day] = text.split('-').map(Number) as [number, number, number];
  return fill(rule(language, 'day') as string, { year, month, day });
}

/**
 * The sentence for an error: the form's own first (`part.code`, then `code`), then the rule for the
 * field's type, then the general one.
 */
export function errorMessage(spot: Spot, code: ErrorCode, params: Params, language: string): string {
  const { field } = spot;
  const ofPart = spot.part === null ? undefined : own(field.messages, `${spot.part}.${code}`);
  const ofField = ofPart === undefined ? own(field.messages, code) : ofPart;
  const special = rule(language, `${field.type}.${spot.part}.${code}`);
  const general = special === undefined ? generalRule(language, field.type, code, params) : special;
  const template = ofField === undefined ? general : (ofField as string);
  return fill(template, { ...params, label: labelOf(language, spot) });
}

/** The sentence for what belongs to no field. */
export function plainMessage(code: ErrorCode, language: string): string {
  return rule(language, code) as string;
}

/** The sentence for a finding. */
export function findingMessage(code: FindingCode): string {
  return rule('ja', `finding.${code}`) as string;
}

function generalRule(language: string, type: string, code: string, params: Params): string {
  let detail = code;
  if (has(params, 'allowed')) detail = `${code}.${params.allowed}`;
  else if (has(params, 'max') && has(params, 'min')) detail = `${code}.between`;
  else if (has(params, 'max')) detail = `${code}.max`;
  else if (has(params, 'min')) detail = `${code}.min`;
  const keys = [`${type}.${detail}`, detail, `${type}.${code}`, code];
  return rule(language, keys.filter((key) => rule(language, key) !== undefined)[0] as string) as string;
}

function has(params: Params, name: string): boolean {
  return own(params, name) !== undefined;
}

function labelOf(language: string, spot: Spot): string {
  const { field } = spot;
  let label = field.label === undefined ? field.id : field.label;
  if (spot.part !== null) {
    const part = rule(language, `part.${field.type}.${spot.part}`) as string;
    // Of an item it is said which one it is, and the part alone is told: お子さん1：姓.
    label = spot.item === null ? fill(rule(language, 'label.part') as string, { label, part }) : part;
  }
  if (spot.item !== null) {
    label = fill(rule(language, 'label.item') as string, { label, item: spot.item, number: spot.number });
  }
  return label;
}

/** One pass, so that a label with braces in it stays as it is. */
function fill(template: string, values: Params): string {
  let filled = '';
  let from = 0;
  for (;;) {
    const open = template.indexOf('{', from);
    const close = open < 0 ? -1 : template.indexOf('}', open);
    if (close < 0) return filled + template.slice(from);
    const value = own(values, template.slice(open + 1, close));
    filled += template.slice(from, open);
    filled += value === undefined ? template.slice(open, close + 1) : String(value);
    from = close + 1;
  }
}
