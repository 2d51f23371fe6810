import { readJson } from '../app/api.ts';

/** An address by its postal code: prefecture, city, town ('' where the code has several), and the house number of an office that has a code of its own. */
export type Town = [string, string, string, string?];

/** The address of a postal code of seven digits; null when there is no such code, undefined when it can't be told now. */
export async function townOf(postalCode: string): Promise<Town | null | undefined> {
  const towns = await readJson<{ [last: string]: Town }>(`/towns/${postalCode.slice(0, 3)}.json`);
  return towns.ok ? towns.value[postalCode.slice(3)] || null : undefined;
}

/** Parts of an address in the order of {@link Town}. */
export const TOWN_PARTS = ['prefecture', 'city', 'town', 'block'];

/** What the code says of the address: something to take over, that there is no such code, or that it is another place's. */
export type Told =
  | { kind: 'nothing' }
  | { kind: 'unknown' }
  | { kind: 'offer' | 'other'; parts: { part: string; value: string }[] };

/** Compares a code's town with what stands in the other parts. Spaces and the two sizes of ケ make no other place. */
export function told(town: Town | null | undefined, given: Record<string, string>): Told {
  if (town === null) return { kind: 'unknown' };
  const parts = TOWN_PARTS.map((part, i) => ({ part, value: (town && town[i]) || '' })).filter(({ value }) => value !== '');
  if (parts.every(({ part, value }) => given[part] === value)) return { kind: 'nothing' };
  const other = parts.some(({ part, value }) => {
    const stands = plain(given[part] || '');
    return (part === 'prefecture' || part === 'city') && stands !== '' && stands !== plain(value);
  });
  return { kind: other ? 'other' : 'offer', parts };
}

function plain(text: string): string {
  return text.replace(/[\s\u3000]/g, '').replace(/ヶ/g, 'ケ');
}
