import { ErrorList } from './errors';
import { FIRST_DAY } from './era';
import { LIMITS } from './limits';
import type { Field } from './model';
import type { Place } from './place';
import { alwaysAfter, day } from './read-kinds';
import { ValueCheck } from './values';

/**
 * Notes what a question is begun with, where the field would refuse it, or keep it otherwise than it
 * is written. A field that is not sound itself has no rules to hold it to.
 *
 * @param before how many findings there were before the field
 */
export function readDefault(field: Place, before: number): void {
  const place = field.child('default');
  if (!place.present || field.findings.length !== before || before >= LIMITS.findings) return;
  const sound = field.value as Field;
  if (sound.type === 'date') return date(place, field);
  const spot = { path: sound.id, page: '', field: sound, part: null, item: null, number: 0 };
  const accepted = new ValueCheck(new ErrorList('ja'), '1970-01-01').check(spot, place.value);
  if (accepted === null || JSON.stringify(accepted) !== JSON.stringify(place.value)) place.found('default');
}

/** A day or days from today; what depends on the day of answering is seen then. */
function date(place: Place, field: Place): void {
  const first = day(place);
  const birth = field.child('gif').value === 'dateOfBirth';
  const min = day(field.child('min'));
  const max = day(field.child('max'));
  if (alwaysAfter(min === null && birth ? FIRST_DAY : min, first)
    || alwaysAfter(first, max === null && birth ? 0 : max)) place.found('default');
}
