import { Evaluation } from './evaluate';
import { LIMITS } from './limits';
import type { Spot } from './messages';
import {
  has, isDerived, isObject, own, type Entered, type Field, type Form, type FormCheck, type FormError, type Json,
  type Rule,
} from './model';
import { referencesOf } from './references';
import { ErrorList } from './errors';
import { ValueCheck } from './values';

/**
 * Checks answers. The server does the same again and decides.
 *
 * @param today the day of the application in Japan, YYYY-MM-DD
 * @param claimedFee the fee that the applicant was shown, in yen, when it is to be compared
 */
export function checkForm(form: Form, answers: Json, today: string, claimedFee?: number | null): FormCheck {
  return new AnswerCheck(form, today).check(isObject(answers) ? answers : {}, claimedFee);
}

/** What is wrong on one page, given the answers so far. */
export function checkPage(form: Form, pageId: string, answers: Json, today: string): FormError[] {
  return checkForm(form, answers, today).errors.filter((error) => error.page === pageId);
}

/** The ids of the pages that are asked, in order. */
export function visiblePages(form: Form, answers: Json, today: string): string[] {
  return checkForm(form, answers, today).visiblePages;
}

/** Stored answers without what the city hall filled in, as a resident would send them again. */
export function entered(form: Form, stored: Json): Entered {
  return form.pages.reduce((left, page) => withoutDerived(page.fields, left), stored) as Entered;
}

function withoutDerived(fields: Field[], stored: Json): Json {
  const left: Json = { ...stored };
  for (const field of fields) {
    const value = own(left, field.id);
    if (isDerived(field)) delete left[field.id];
    else if (field.type === 'group' && Array.isArray(value)) {
      left[field.id] = value.map((item) => (isObject(item) ? withoutDerived(field.fields || [], item) : item));
    }
  }
  return left;
}

/** The answers without those of fields that are not shown or not asked; what is sent to the server. */
export function pruneHidden(form: Form, answers: Json, today: string): Json {
  const shown = new Set(checkForm(form, answers, today).visibleFields);
  const pruned: Json = { ...answers };
  for (const page of form.pages) {
    for (const field of page.fields) {
      const value = own(pruned, field.id);
      if (!shown.has(field.id) || isDerived(field)) delete pruned[field.id];
      else if (field.type === 'group' && Array.isArray(value)) {
        pruned[field.id] = value.map((item, index) =>
          isObject(item) ? withoutHidden(field, item, `${field.id}[${index}].`, shown) : item);
      }
    }
  }
  return pruned;
}

function withoutHidden(group: Field, item: Json, prefix: string, shown: Set<string>): Json {
  const pruned: Json = { ...item };
  for (const member of group.fields || []) {
    if (!shown.has(prefix + member.id) || isDerived(member)) delete pruned[member.id];
  }
  return pruned;
}

/** Walks a form in its order; a condition only speaks of earlier fields, so one walk is enough. */
class AnswerCheck {
  private readonly errors: ErrorList;
  private readonly values: ValueCheck;
  private readonly pages: string[] = [];
  private readonly fields: string[] = [];
  private readonly canonical: Json = {};
  /** The fields of the form that are in use, each with its number in form order. */
  private readonly shown = new Map<string, { order: number; spot: Spot }>();

  constructor(private readonly form: Form, today: string) {
    this.errors = new ErrorList(form.language || 'ja');
    this.values = new ValueCheck(this.errors, today);
  }

  check(answers: Json, claimedFee?: number | null): FormCheck {
    const evaluation = new Evaluation(this.canonical, {});
    const known: string[] = [];
    let order = 0;
    for (const page of this.form.pages) {
      const visible = evaluation.holds(page.visibleIf);
      if (visible) this.pages.push(page.id);
      for (const field of page.fields) {
        if (field.type !== 'note') known.push(field.id);
        const spot = { path: field.id, page: page.id, field, part: null, item: null, number: 0 };
        this.errors.enter(order);
        if (this.field(spot, answers, this.canonical, evaluation, visible)) {
          this.shown.set(field.id, { order, spot });
        }
        order++;
      }
    }
    (this.form.rules || []).forEach((rule) => this.rule(rule, evaluation));
    this.errors.enter(order);
    this.errors.addUnknown(answers, known, '', null);
    const fee = this.fee(evaluation, claimedFee);
    return {
      errors: this.errors.all(),
      fee,
      visiblePages: this.pages,
      visibleFields: this.fields,
      canonical: this.canonical,
    };
  }

  /** Whether the field is in use; its value goes to what is accepted. */
  private field(spot: Spot, answers: Json, accepted: Json, evaluation: Evaluation, pageShown: boolean): boolean {
    const { field } = spot;
    const note = field.type === 'note';
    const present = has(answers, field.id) && !note;
    const shown = pageShown && evaluation.holds(field.visibleIf);
    if (isDerived(field)) {
      if (present) this.errors.add(spot, 'derived');
      if (shown) this.derived(spot, accepted, evaluation);
      return shown;
    }
    if (!shown) {
      if (present) this.errors.add(spot, 'hidden');
      return false;
    }
    this.fields.push(spot.path);
    if (note) return true;
    const answer = own(answers, field.id);
    let value: unknown = null;
    if (answer === null) this.errors.add(spot, 'type');
    else if (field.type === 'group') value = this.group(spot, answer);
    else value = this.values.check(spot, answer);
    if (value !== null) accepted[field.id] = value;
    return true;
  }

  private derived(spot: Spot, accepted: Json, evaluation: Evaluation): void {
    const { field } = spot;
    if (field.type === 'constant') {
      accepted[field.id] = field.value;
      return;
    }
    this.fields.push(spot.path);
    const value = evaluation.value(field.value);
    if (value !== null) accepted[field.id] = value;
  }

  /** A rule is looked at when all it speaks of is shown and sound, and all it computes with is there. */
  private rule(rule: Rule, evaluation: Evaluation): void {
    // Taken apart: the compatibility scan reads `.at` as a method that old browsers lack.
    const { at, require, message } = rule;
    const { fields, computedWith } = referencesOf(require);
    const settled = fields.concat(at).every((id) => {
      const field = this.shown.get(id);
      return field !== undefined && !this.errors.holds(field.order);
    }) && computedWith.every((path) => evaluation.value({ var: path }) !== null);
    if (!settled || evaluation.value(require) !== false) return;
    const { order, spot } = this.shown.get(at) as { order: number; spot: Spot };
    this.errors.enter(order);
    this.errors.add(spot, 'rule', { rule: rule.id }, message);
  }

  private group(spot: Spot, answer: unknown): unknown {
    const { field } = spot;
    if (answer !== undefined && !Array.isArray(answer)) return this.errors.add(spot, 'type');
    const items: unknown[] = answer === undefined ? [] : (answer as unknown[]);
    if (items.length === 0) return field.required ? this.errors.add(spot, 'required') : null;
    const max = typeof field.max === 'number' ? field.max : 20;
    if (items.length > max) return this.errors.add(spot, 'count', { max });
    const min = typeof field.min === 'number' ? field.min : 0;
    const tooFew = items.length < min;
    if (tooFew) this.errors.add(spot, 'count', { min });
    const accepted = items.map((item, index) => this.item(spot, index, item));
    return tooFew ? null : accepted;
  }

  private item(spot: Spot, index: number, item: unknown): Json {
    const path = `${spot.path}[${index}]`;
    if (!isObject(item)) {
      this.errors.add({ ...spot, path }, 'type');
      return {};
    }
    const accepted: Json = {};
    const evaluation = new Evaluation(this.canonical, accepted);
    const known: string[] = [];
    const label = spot.field.itemLabel === undefined ? spot.field.label : spot.field.itemLabel;
    for (const member of spot.field.fields || []) {
      if (member.type !== 'note') known.push(member.id);
      const memberSpot = {
        path: `${path}.${member.id}`, page: spot.page, field: member, part: null, item: label,
        number: index + 1,
      };
      this.field(memberSpot, item, accepted, evaluation, true);
    }
    this.errors.addUnknown(item, known, `${path}.`, spot.page);
    return accepted;
  }

  /** The fee; an application whose fee is not determined is not accepted. */
  private fee(evaluation: Evaluation, claimed?: number | null): number | null {
    let fee: number | null = 0;
    if (this.form.fee !== undefined) {
      const value = evaluation.value(this.form.fee);
      fee = typeof value === 'number' && value >= 0 && value <= LIMITS.fee ? value : null;
    }
    const differs = fee !== null && claimed !== undefined && claimed !== null && fee !== claimed;
    if (differs || (fee === null && this.errors.isEmpty())) {
      this.errors.addPlain('$fee', null, 'fee');
    }
    return fee;
  }
}
