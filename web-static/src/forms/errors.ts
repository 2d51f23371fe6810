import { dayInWords, errorMessage, plainMessage, type Params, type Spot } from './messages';
import type { ErrorCode, FormError, Json } from './model';
import { isRepeatable } from './text';

/** The errors found so far, told in one language. */
export class ErrorList {
  private readonly errors: { order: number; error: FormError }[] = [];
  private order = 0;

  constructor(private readonly language: string) {}

  /** Says which field of the form the next errors belong to, counted in form order. */
  enter(field: number): void {
    this.order = field;
  }

  /** Notes an error and returns null, which stands for a value that is not acceptable. */
  add(spot: Spot, code: ErrorCode, params: Params = {}, sentence?: string): null {
    const message = sentence === undefined ? errorMessage(spot, code, params, this.language) : sentence;
    const error = { path: spot.path, page: spot.page, code, params, message };
    this.errors.push({ order: this.order, error });
    return null;
  }

  /** Notes an error that belongs to no field; the page may be null. */
  addPlain(path: string, page: string | null, code: ErrorCode): void {
    const error = { path, page, code, params: {}, message: plainMessage(code, this.language) };
    this.errors.push({ order: this.order, error });
  }

  /** A day in words. */
  day(text: string): string {
    return dayInWords(text, this.language);
  }

  /** Whether an error was noted for that field of the form. */
  holds(field: number): boolean {
    return this.errors.some(({ order }) => order === field);
  }

  isEmpty(): boolean {
    return this.errors.length === 0;
  }

  /** All of them in form order. The sort of Chrome 69 and before is not stable, so it is made so. */
  all(): FormError[] {
    return this.errors
      .map((placed, index) => ({ ...placed, index }))
      .sort((a, b) => a.order - b.order || a.index - b.index)
      .map(({ error }) => error);
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
