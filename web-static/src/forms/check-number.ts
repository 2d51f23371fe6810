import { compareDecimals, MAX_DECIMAL, MIN_DECIMAL } from './decimals';
import type { ErrorList } from './errors';
import type { Params, Spot } from './messages';
import { numberOf, readTyped, type TypedNumber } from './numbers';
import { blank } from './text';

/** Decides about a number, typed or from a client, and says which numbers may be typed. */
export function checkNumber(errors: ErrorList, spot: Spot, answer: unknown): number | string | null {
  const { type, unit, min: least, max: most, required } = spot.field;
  const decimals = spot.field.decimals || 0;
  if (answer === undefined || (typeof answer === 'string' && blank(answer))) {
    return required ? errors.add(spot, 'required') : null;
  }
  let read: TypedNumber = { wrong: 'type' };
  if (typeof answer === 'string') read = readTyped(answer, unit, decimals);
  else if (typeof answer === 'number') read = numberOf(answer, decimals);
  const min = type === 'amount' && least === undefined ? 0 : least;
  const limits: Params = {};
  if (min !== undefined) limits.min = decimals > 0 ? String(min) : (min as number);
  if (most !== undefined) limits.max = decimals > 0 ? String(most) : (most as number);
  switch (read.wrong) {
    case 'type': case 'integer': return errors.add(spot, read.wrong, limits);
    case 'decimals': return errors.add(spot, 'decimals', { decimals });
    case 'unit': return errors.add(spot, 'unit', { unit: unit as string });
    default: return typeof read.value === 'number'
      ? whole(errors, spot, read.value, limits as { min?: number; max?: number })
      : decimal(errors, spot, read.value as string, limits as { min?: string; max?: string });
  }
}

function whole(
  errors: ErrorList, spot: Spot, number: number, { min, max }: { min?: number; max?: number },
): number | null {
  if (max !== undefined && number > max) return errors.add(spot, 'range', { max });
  return min !== undefined && number < min ? errors.add(spot, 'range', { min }) : number;
}

function decimal(
  errors: ErrorList, spot: Spot, number: string, limits: { min?: string; max?: string },
): string | null {
  const { min = MIN_DECIMAL, max = MAX_DECIMAL } = limits;
  if (compareDecimals(number, max) > 0) return errors.add(spot, 'range', { max });
  return compareDecimals(number, min) < 0 ? errors.add(spot, 'range', { min }) : number;
}
