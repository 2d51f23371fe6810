import { readJson } from '../app/api.ts';

/** An address by its postal code: prefecture, city, town ('' where the code has several), and the house number of an office that has a code of its own. */
export type Town = [string, string, string, string?];

/** The address of a postal code of seven digits; null when there is none, or none can be had now. */
export async function townOf(postalCode: string): Promise<Town | null> {
  const towns = await readJson<{ [last: string]: Town }>(`/towns/${postalCode.slice(0, 3)}.json`);
  return (towns.ok && towns.value[postalCode.slice(3)]) || null;
}
