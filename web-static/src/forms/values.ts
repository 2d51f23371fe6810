import { checkNumber } from './check-number';
import { FIRST_DAY, parseDay, parsePartialDay, plusDays, plusYears, whyNoDay } from './era';
import type { ErrorList } from './errors';
import { firstForeignKana, firstForeignZengin, foldKana, foldZengin } from './kana';
import type { Params, Spot } from './messages';
import { BANK_KINDS, GIVEN_PARTS, has, isObject, ONE_NAME, OPTIONAL_PARTS, own, partsOf, type DateBound, type Json } from './model';
import { fitsPattern, foldPattern } from './patterns';
import { foldCode, foldEmail, foldPhone, foldPlain, foldPostal } from './folding';
import {
  alnumChar, blank, digit, firstRefused, isDigits, isEmail, isPhone, isUpload, lengthOf, minutesOf,
  named, timeOf,
} from './text';

const FOLDED_PARTS = [
  'familyKana', 'givenKana', 'formerFamilyKana', 'postalCode', 'bankCode', 'branchCode', 'number', 'holderKana',
];
const LONGEST_PART = 100;
const LONGEST_REMARK = 200;
/** Where a form says no first or last day; further away a year is mistyped. */
const YEARS = 100;
/** The holder's name takes 30 places in the banks' record. */
const LONGEST_HOLDER = 30;

/**
 * Decides about the answer to one field. Returns the acceptable value, folded where the field's kind
 * says so, or null when there is none; whatever is wrong goes to the list.
 */
export class ValueCheck {
  constructor(private readonly errors: ErrorList, private readonly today: string) {}

  /** Checks an answer of any kind but a group or a note; undefined stands for absent. */
  check(spot: Spot, answer: unknown): unknown {
    const { field } = spot;
    switch (field.type) {
      case 'text': return this.text(spot, answer);
      case 'number': case 'amount': return checkNumber(this.errors, spot, answer);
      case 'yesno': return this.yesNo(spot, answer);
      case 'time': return this.time(spot, answer);
      case 'date': return this.date(spot, answer);
      case 'select': case 'radio': return this.choice(spot, answer);
      case 'checkbox': return this.choices(spot, answer);
      case 'name': case 'address': case 'bank': return this.composite(spot, partsOf(field), answer);
      case 'phone': return this.phone(spot, answer);
      case 'email': return this.email(spot, answer);
      case 'consent': return this.consent(spot, answer);
      case 'file': return this.files(spot, answer);
      default: return null;
    }
  }

  private missing(spot: Spot): null {
    return spot.field.required ? this.errors.add(spot, 'required') : null;
  }

  /** A text that is there and clean; null when it is absent, blank, or wrong. */
  private entered(spot: Spot, answer: unknown, required: boolean, severalLines = false): string | null {
    if (answer === undefined || (typeof answer === 'string' && blank(answer))) {
      return required ? this.errors.add(spot, 'required') : null;
    }
    if (typeof answer !== 'string') return this.errors.add(spot, 'type');
    const refused = firstRefused(answer, severalLines);
    return refused < 0 ? answer : this.refused(spot, answer, refused);
  }

  /** The same for what is folded: spaces around it and what nobody sees do not matter. */
  private folded(spot: Spot, answer: unknown, required: boolean): string | null {
    return this.entered(spot, typeof answer === 'string' ? foldPlain(answer) : answer, required);
  }

  /** Names a character that is not accepted, and its place. */
  private refused(spot: Spot, text: string, at: number, allowed?: string): null {
    return this.errors.add(spot, 'characters', {
      at: lengthOf(text.slice(0, at)) + 1, character: named(text, at), ...(allowed === undefined ? {} : { allowed }),
    });
  }

  private text(spot: Spot, answer: unknown): string | null {
    const { field } = spot;
    const characters = field.characters === undefined || field.characters === 'any' ? null : field.characters;
    const text = characters === null && field.pattern === undefined
      ? this.entered(spot, answer, !!field.required, !!field.multiline)
      : this.folded(spot, answer, !!field.required);
    if (text === null) return null;
    if (field.pattern !== undefined) {
      const number = foldPattern(text);
      return fitsPattern(field.pattern, number)
        ? number
        : this.errors.add(spot, 'pattern', { allowed: field.pattern });
    }
    const min = field.minLength || 0;
    const max = field.maxLength === undefined ? 200 : field.maxLength;
    if (characters === null) return this.fitting(spot, text, min, max);
    if (characters === 'kana') return this.kana(spot, text, min, max);
    const code = foldCode(text);
    const allowed = characters === 'digits' ? digit : alnumChar;
    for (let i = 0; i < code.length; i++) {
      if (!allowed(code.charCodeAt(i))) return this.refused(spot, code, i, characters);
    }
    return this.fitting(spot, code, min, max);
  }

  private kana(spot: Spot, text: string, min: number, max: number): string | null {
    const kana = foldKana(text);
    const foreign = firstForeignKana(kana);
    return foreign < 0 ? this.fitting(spot, kana, min, max) : this.refused(spot, kana, foreign, 'kana');
  }

  private fitting(spot: Spot, text: string, min: number, max: number): string | null {
    const length = lengthOf(text);
    if (length > max) return this.errors.add(spot, 'length', { max });
    return length < min ? this.errors.add(spot, 'length', { min }) : text;
  }

  private yesNo(spot: Spot, answer: unknown): boolean | null {
    if (answer === undefined) return this.missing(spot);
    return typeof answer === 'boolean' ? answer : this.errors.add(spot, 'type');
  }

  /** A date without its day or month is acceptable when any day that it can mean is. */
  private date(spot: Spot, answer: unknown): string | null {
    const { field } = spot;
    const text = this.entered(spot, answer, !!field.required);
    if (text === null) return null;
    const days = field.partial ? parsePartialDay(text) : parseDay(text) && { first: text, last: text };
    if (!days) return this.errors.add(spot, 'date', whyNoDay(text) as Params);
    const birth = field.gif === 'dateOfBirth';
    const max = this.bound(field.max as DateBound | undefined, birth ? this.today : plusYears(this.today, YEARS));
    if (days.first > max) {
      return this.errors.add(spot, 'range', { max: this.errors.day(max) });
    }
    const min = this.bound(field.min as DateBound | undefined, birth ? FIRST_DAY : plusYears(this.today, -YEARS));
    return days.last < min
      ? this.errors.add(spot, 'range', { min: this.errors.day(min) })
      : text;
  }

  private time(spot: Spot, answer: unknown): string | null {
    const { field } = spot;
    const text = this.entered(spot, answer, !!field.required);
    if (text === null) return null;
    const minutes = minutesOf(text);
    if (minutes < 0) return this.errors.add(spot, 'time');
    const max = typeof field.max === 'string' ? minutesOf(field.max) : 1439;
    if (minutes > max) return this.errors.add(spot, 'range', { max: timeOf(max) });
    const min = typeof field.min === 'string' ? minutesOf(field.min) : 0;
    if (minutes < min) return this.errors.add(spot, 'range', { min: timeOf(min) });
    const step = field.step || 1;
    return (minutes - min) % step === 0 ? text : this.errors.add(spot, 'step', { step });
  }

  private bound(bound: DateBound | undefined, without: string): string {
    if (bound === undefined) return without;
    if (bound === 'today') return this.today;
    return typeof bound === 'string' ? bound : plusDays(this.today, bound.today);
  }

  private offered(spot: Spot): string[] {
    return (spot.field.options || []).map((option) => option.value);
  }

  private choice(spot: Spot, answer: unknown): string | null {
    const value = this.entered(spot, answer, !!spot.field.required);
    if (value === null) return null;
    return this.offered(spot).indexOf(value) >= 0 ? value : this.errors.add(spot, 'option');
  }

  /** Several choices, in the order of the options. */
  private choices(spot: Spot, answer: unknown): string[] | null {
    const chosen = this.list(spot, answer);
    if (chosen === null) return null;
    const offered = this.offered(spot);
    const known = new Set(offered);
    if (!chosen.every((value) => known.has(value))) return this.errors.add(spot, 'option');
    const distinct = new Set(chosen);
    if (distinct.size < chosen.length) return this.errors.add(spot, 'duplicate');
    const max = typeof spot.field.max === 'number' ? spot.field.max : offered.length;
    if (chosen.length > max) return this.errors.add(spot, 'count', { max });
    const min = typeof spot.field.min === 'number' ? spot.field.min : 0;
    return chosen.length < min
      ? this.errors.add(spot, 'count', { min })
      : offered.filter((value) => distinct.has(value));
  }

  private files(spot: Spot, answer: unknown): string[] | null {
    const uploads = this.list(spot, answer);
    if (uploads === null) return null;
    if (!uploads.every(isUpload)) return this.errors.add(spot, 'upload');
    if (new Set(uploads).size < uploads.length) return this.errors.add(spot, 'duplicate');
    const max = typeof spot.field.max === 'number' ? spot.field.max : 1;
    return uploads.length > max ? this.errors.add(spot, 'count', { max }) : uploads;
  }

  /** A list of texts with something in it; null when it is absent, empty, or wrong. */
  private list(spot: Spot, answer: unknown): string[] | null {
    if (answer === undefined || (Array.isArray(answer) && answer.length === 0)) {
      return this.missing(spot);
    }
    return Array.isArray(answer) && answer.every((text) => typeof text === 'string')
      ? answer.slice()
      : this.errors.add(spot, 'type');
  }

  /** A name or an address: whole or, unless it is required, not at all. */
  private composite(spot: Spot, parts: string[], answer: unknown): Json | null {
    if (answer !== undefined && !isObject(answer)) return this.errors.add(spot, 'type');
    const given: Json = answer === undefined ? {} : (answer as Json);
    const counts = (part: unknown): boolean =>
      part !== undefined && !(typeof part === 'string' && blank(part));
    const needed = !!spot.field.required || Object.keys(given).some((key) => counts(given[key]));
    const accepted: Json = {};
    let some = false;
    for (const part of parts) {
      const path = `${spot.path}.${part}`;
      const value = this.part({ ...spot, path, part }, given, part, needed);
      if (value !== null) {
        accepted[part] = value;
        some = true;
      }
    }
    this.errors.addUnknown(given, parts, `${spot.path}.`, spot.page);
    return some ? accepted : null;
  }

  private part(spot: Spot, given: Json, part: string, needed: boolean): string | null {
    if (has(given, part) && given[part] === null) return this.errors.add(spot, 'type');
    const left = own(given, 'oneName') === ONE_NAME && GIVEN_PARTS.indexOf(part) >= 0;
    const entered = own(given, part);
    if (left && typeof entered === 'string' && !blank(entered)) return this.errors.add(spot, 'unknown');
    const required = needed && !left && OPTIONAL_PARTS.indexOf(part) < 0;
    const text = FOLDED_PARTS.indexOf(part) >= 0
      ? this.folded(spot, entered, required)
      : this.entered(spot, entered, required);
    if (text === null) return null;
    switch (part) {
      case 'familyKana': case 'givenKana': case 'formerFamilyKana':
        return this.kana(spot, text, 1, LONGEST_PART);
      case 'postalCode': {
        const code = foldPostal(text);
        return code.length === 7 && isDigits(code) ? code : this.errors.add(spot, 'postal');
      }
      case 'oneName': return text === ONE_NAME ? text : this.errors.add(spot, 'option');
      case 'unwritable': return this.fitting(spot, text, 1, LONGEST_REMARK);
      case 'bankCode': return this.digits(spot, text, 4);
      case 'branchCode': return this.digits(spot, text, 3);
      case 'number': return this.digits(spot, text, 7);
      case 'kind': return BANK_KINDS.indexOf(text) >= 0 ? text : this.errors.add(spot, 'option');
      case 'holderKana': {
        const holder = foldZengin(text);
        const foreign = firstForeignZengin(holder);
        return foreign < 0
          ? this.fitting(spot, holder, 1, LONGEST_HOLDER)
          : this.refused(spot, holder, foreign, 'zengin');
      }
      default: return this.fitting(spot, text, 1, LONGEST_PART);
    }
  }

  private digits(spot: Spot, text: string, count: number): string | null {
    const digits = foldCode(text);
    return digits.length === count && isDigits(digits)
      ? digits
      : this.errors.add(spot, 'digits', { digits: count });
  }

  private phone(spot: Spot, answer: unknown): string | null {
    const text = this.folded(spot, answer, !!spot.field.required);
    if (text === null) return null;
    const phone = foldPhone(text);
    return isPhone(phone) ? phone : this.errors.add(spot, 'phone');
  }

  private email(spot: Spot, answer: unknown): string | null {
    const text = this.folded(spot, answer, !!spot.field.required);
    if (text === null || this.fitting(spot, text, 1, 254) === null) return null;
    const email = foldEmail(text);
    return isEmail(email) ? email : this.errors.add(spot, 'email');
  }

  private consent(spot: Spot, answer: unknown): true | null {
    if (answer !== undefined && typeof answer !== 'boolean') return this.errors.add(spot, 'type');
    if (answer === true) return true;
    return spot.field.required ? this.errors.add(spot, 'consent') : null;
  }
}
