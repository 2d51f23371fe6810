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

function rule(key: string): string | undefined {
  return own(rules, key) as string | undefined;
}

/**
 * The sentence for an error: the form's own first (`part.code`, then `code`), then the rule for the
 * field's type, then the general one.
 */
export function errorMessage(spot: Spot, code: ErrorCode, params: Params): string {
  const { field } = spot;
  const ofPart = spot.part === null ? undefined : own(field.messages, `${spot.part}.${code}`);
  const ofField = ofPart === undefined ? own(field.messages, code) : ofPart;
  const template = ofField === undefined ? general(field.type, code, params) : (ofField as string);
  return fill(template, { ...params, label: labelOf(spot) });
}

/** The sentence for what belongs to no field. */
export function plainMessage(code: ErrorCode): string {
  return rule(code) as string;
}

/** The sentence for a finding. */
export function findingMessage(code: FindingCode): string {
  return rule(`finding.${code}`) as string;
}

function general(type: string, code: string, params: Params): string {
  let detail = code;
  if (has(params, 'allowed')) detail = `${code}.${params.allowed}`;
  else if (has(params, 'max')) detail = `${code}.max`;
  else if (has(params, 'min')) detail = `${code}.min`;
  return (rule(`${type}.${detail}`) || rule(detail) || rule(`${type}.${code}`) || rule(code)) as string;
}

function has(params: Params, name: string): boolean {
  return own(params, name) !== undefined;
}

function labelOf(spot: Spot): string {
  const { field } = spot;
  let label = field.label === undefined ? field.id : field.label;
  if (spot.part !== null) {
    const part = rule(`part.${field.type}.${spot.part}`) as string;
    label = fill(rule('label.part') as string, { label, part });
  }
  if (spot.item !== null) {
    label = fill(rule('label.item') as string, { label, item: spot.item, number: spot.number });
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
