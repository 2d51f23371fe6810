import { foldForSearch } from '../forms/search.ts';
import type { DesignRow } from '../console/design-types.ts';

const ORDER = new Intl.Collator('ja');

const nameOf = (row: DesignRow) => row.name || row.procedureId;

/** The procedures whose name or sign holds every word that is sought, by name. */
export function listed(rows: DesignRow[], sought: string): DesignRow[] {
  const words = foldForSearch(sought).split(/\s+/).filter((word) => word !== '');
  return rows
    .filter((row) => {
      const text = foldForSearch(nameOf(row)) + ' ' + row.procedureId;
      return words.every((word) => text.indexOf(word) >= 0);
    })
    .sort((one, other) => ORDER.compare(nameOf(one), nameOf(other)));
}
