import { dayInWords, parseDay, plusDays } from './era';
import { foldKana, isKatakana } from './kana';
import { errorMessage, plainMessage, type Params, type Spot } from './messages';
import {
  ADDRESS_PARTS, has, isObject, nameParts, own,
  type DateBound, type ErrorCode, type FormError, type Json,
} from './model';
import {
  blank, clean, foldAscii, foldPhone, foldPostal, isAlnum, isDigits, isEmail, isPhone, isRepeatable,
  isUpload, lengthOf, wholeNumber,
} from './text';

const LONGEST_PART = 100;

/** The errors found so far. */
export class ErrorList {
  readonly all: FormError[] = [];

  /** Notes an error and returns null, which stands for a value that is not acceptable. */
  add(spot: Spot, code: ErrorCode, params: Params = {}): null {
    const message = errorMessage(spot, code, params);
    this.all.push({ path: spot.path, page: spot.page, code, params, message });
    return null;
  }

  /** Notes an error that belongs to no field; the page may be null. */
  addPlain(path: string, page: string | null, code: ErrorCode): void {
    this.all.push({ path, page, code, params: {}, message: plainMessage(code) });
  }

  /** Names what is not asked for; names too strange to repeat become one question mark. */
  addUnknown(answers: Json, known: string[], prefix: string, page: string | null): void {
    const others: string[] = [];
    for (const key of Object.keys(answers)) {
      const name = isRepeatable(key) ? key : '?';
      if (answers[key] !== undefined && known.indexOf(key) < 0 && others.indexOf(name) < 0) {
        others.push(name);
      }
    }
    others.sort().forEach((name) => this.addPlain(prefix + name, page, 'unknown'));
  }
}

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
      case 'number': return this.number(spot, answer);
      case 'date': return this.date(spot, answer);
      case 'select': case 'radio': return this.choice(spot, answer);
      case 'checkbox': return this.choices(spot, answer);
      case 'name': return this.composite(spot, nameParts(field), answer);
      case 'address': return this.composite(spot, ADDRESS_PARTS, answer);
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
    return clean(answer, severalLines) ? answer : this.errors.add(spot, 'characters');
  }

  private text(spot: Spot, answer: unknown): string | null {
    const { field } = spot;
    const text = this.entered(spot, answer, !!field.required, !!field.multiline);
    if (text === null) return null;
    let folded = text;
    let allowed = true;
    if (field.characters === 'kana') {
      folded = foldKana(text);
      allowed = isKatakana(folded);
    } else if (field.characters === 'digits' || field.characters === 'alnum') {
      folded = foldAscii(text);
      allowed = field.characters === 'digits' ? isDigits(folded) : isAlnum(folded);
    }
    if (!allowed) {
      return this.errors.add(spot, 'characters', { allowed: field.characters as string });
    }
    const max = field.maxLength === undefined ? 200 : field.maxLength;
    return this.fitting(spot, folded, field.minLength || 0, max);
  }

  private fitting(spot: Spot, text: string, min: number, max: number): string | null {
    const length = lengthOf(text);
    if (length > max) return this.errors.add(spot, 'length', { max });
    return length < min ? this.errors.add(spot, 'length', { min }) : text;
  }

  private number(spot: Spot, answer: unknown): number | null {
    const { field } = spot;
    if (answer === undefined) return this.missing(spot);
    if (typeof answer !== 'number') return this.errors.add(spot, 'type');
    const number = wholeNumber(answer);
    if (number === null) return this.errors.add(spot, 'integer');
    if (typeof field.max === 'number' && number > field.max) {
      return this.errors.add(spot, 'range', { max: field.max });
    }
    return typeof field.min === 'number' && number < field.min
      ? this.errors.add(spot, 'range', { min: field.min })
      : number;
  }

  private date(spot: Spot, answer: unknown): string | null {
    const { field } = spot;
    const text = this.entered(spot, answer, !!field.required);
    if (text === null) return null;
    if (!parseDay(text)) return this.errors.add(spot, 'date');
    const max = this.bound(field.max as DateBound | undefined);
    if (max !== null && text > max) return this.errors.add(spot, 'range', { max: dayInWords(max) });
    const min = this.bound(field.min as DateBound | undefined);
    return min !== null && text < min
      ? this.errors.add(spot, 'range', { min: dayInWords(min) })
      : text;
  }

  private bound(bound: DateBound | undefined): string | null {
    if (bound === undefined) return null;
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
    const text = this.entered(spot, own(given, part), needed && part !== 'building');
    if (text === null) return null;
    if (part === 'familyKana' || part === 'givenKana') {
      const kana = foldKana(text);
      return isKatakana(kana)
        ? this.fitting(spot, kana, 1, LONGEST_PART)
        : this.errors.add(spot, 'characters', { allowed: 'kana' });
    }
    if (part === 'postalCode') {
      const code = foldPostal(text);
      return code.length === 7 && isDigits(code) ? code : this.errors.add(spot, 'postal');
    }
    return this.fitting(spot, text, 1, LONGEST_PART);
  }

  private phone(spot: Spot, answer: unknown): string | null {
    const text = this.entered(spot, answer, !!spot.field.required);
    if (text === null) return null;
    const phone = foldPhone(text);
    return isPhone(phone) ? phone : this.errors.add(spot, 'phone');
  }

  private email(spot: Spot, answer: unknown): string | null {
    const text = this.entered(spot, answer, !!spot.field.required);
    if (text === null || this.fitting(spot, text, 1, 254) === null) return null;
    const email = foldAscii(text);
    return isEmail(email) ? email : this.errors.add(spot, 'email');
  }

  private consent(spot: Spot, answer: unknown): true | null {
    if (answer !== undefined && typeof answer !== 'boolean') return this.errors.add(spot, 'type');
    if (answer === true) return true;
    return spot.field.required ? this.errors.add(spot, 'consent') : null;
  }
}
