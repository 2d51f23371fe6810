import type { Filters } from '../app/search.ts';

/** What is asked of the catalogue; lives in the address so that it can be kept, shared and gone back to. */
export interface Asked {
  query: string;
  filters: Filters;
  all: boolean;
}
