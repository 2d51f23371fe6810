import { LIMITS } from './limits';
import { findingMessage } from './messages';
import { has, isObject, own, type Field, type Finding, type FindingCode } from './model';
import { blank, clean, isAlnum, isRepeatable, isTextKey, lengthOf, wholeNumber } from './text';

const MAX = 9007199254740991;

/** A value of a definition that is being read, with the place where it stands. */
export class Place {
  constructor(
    readonly pointer: string,
    readonly value: unknown,
    readonly present: boolean,
    readonly findings: Finding[],
  ) {}

  /** Notes what is wrong here. */
  found(code: FindingCode): null {
    if (this.findings.length < LIMITS.findings) {
      this.findings.push({ pointer: this.pointer, code, detail: findingMessage(code) });
    }
    return null;
  }

  /** The property of that name, which may be absent. */
  child(name: string): Place {
    const present = has(this.value, name);
    return new Place(`${this.pointer}/${name}`, own(this.value, name), present, this.findings);
  }

  /** The property of a name that came from outside; one too strange to repeat is written ?. */
  entry(name: string): Place {
    const pointer = `${this.pointer}/${isTextKey(name) ? name : '?'}`;
    return new Place(pointer, own(this.value, name), true, this.findings);
  }

  /** The element of that index, which exists. */
  element(index: number): Place {
    return new Place(`${this.pointer}/${index}`, (this.value as unknown[])[index], true, this.findings);
  }

  /** Whether this is an object; notes it if not. */
  isObject(): boolean {
    if (isObject(this.value)) return true;
    this.found(this.present ? 'type' : 'required');
    return false;
  }

  /** How many elements are to be read: 0 when this is no array or has too many or too few. */
  elements(least: number, most: number): number {
    if (!Array.isArray(this.value)) this.found(this.present ? 'type' : 'required');
    else if (this.value.length < least || this.value.length > most) this.found('limit');
    else return this.value.length;
    return 0;
  }

  /** Notes every property outside the set. */
  only(names: string[]): void {
    const others: string[] = [];
    for (const key of Object.keys(this.value as object)) {
      const name = isRepeatable(key) ? key : '?';
      if (names.indexOf(key) < 0 && others.indexOf(name) < 0) others.push(name);
    }
    others.sort().forEach((name) => this.child(name).found('unknown'));
  }

  /** A required text of at most {@code most} code points; null when it is missing or too long. */
  text(most: number, severalLines = false): string | null {
    const { value } = this;
    if (typeof value !== 'string') return this.found(this.present ? 'type' : 'required');
    if (value.length > 2 * most || lengthOf(value) > most) return this.found('limit');
    if (!clean(value, severalLines)) return this.found('text');
    return blank(value) ? this.found('required') : value;
  }

  /** An id: a small letter, then up to 39 letters and digits (and hyphens where allowed). */
  id(hyphens: boolean): string | null {
    const id = this.text(200);
    if (id === null) return null;
    const written = id.length <= LIMITS.id && id.charAt(0) >= 'a' && id.charAt(0) <= 'z'
      && isAlnum(hyphens ? id.split('-').join('') : id);
    return written ? id : this.found('id');
  }

  /** A whole number within bounds, or null. */
  integer(least = -MAX, most = MAX): number | null {
    const number = wholeNumber(this.value);
    if (number === null) return this.found(this.present ? 'type' : 'required');
    return number < least || number > most ? this.found('limit') : number;
  }

  /** The same, or the given number when it is absent or unusable. */
  integerOr(least: number, most: number, otherwise: number): number {
    const number = this.present ? this.integer(least, most) : null;
    return number === null ? otherwise : number;
  }

  /** Notes a value that is there and is no truth value. */
  truth(): void {
    if (this.present && typeof this.value !== 'boolean') this.found('type');
  }
}

/** Which fields an expression may speak of: those that are asked before it. */
export class Scope {
  private readonly all = new Set<string>();
  private readonly earlier = new Map<string, Field>();
  private ownIds: string[] = [];

  /** A scope over the fields of that JSON array; what is not a field is passed over. */
  static over(fields: unknown): Scope {
    const scope = new Scope();
    scope.announce(fields);
    return scope;
  }

  /** Makes the ids of that JSON array of fields known, and returns them. */
  announce(fields: unknown): string[] {
    const ids: string[] = [];
    if (Array.isArray(fields) && fields.length <= LIMITS.fields) {
      for (const field of fields) {
        const id = own(field, 'id');
        if (typeof id === 'string') ids.push(id);
      }
    }
    ids.forEach((id) => this.all.add(id));
    return ids;
  }

  /** Reads what belongs to these fields, which it must not refer to. */
  while<T>(ids: string[], read: () => T): T {
    this.ownIds = ids;
    const value = read();
    this.ownIds = [];
    return value;
  }

  /** Makes a field available to what follows; false when its id is taken. */
  add(field: Field): boolean {
    if (this.earlier.has(field.id)) return false;
    this.earlier.set(field.id, field);
    return true;
  }

  /** The earlier field, or null after noting at the place why it cannot be referred to. */
  find(id: string, place: Place): Field | null {
    if (this.ownIds.indexOf(id) >= 0) return place.found('cycle');
    const field = this.earlier.get(id);
    return field || place.found(this.all.has(id) ? 'later' : 'reference');
  }
}
