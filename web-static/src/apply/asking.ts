import type { Origin, Upload } from '../app/types.ts';
import type { FieldJson } from './definition.ts';
import type { Draft } from './draft.ts';
import type { Words } from './engine.ts';

/** What the screen around a field gives it. */
export interface Asking extends Words {
  /** Mistakes by path. */
  mistakes: Record<string, string>;
  /** Paths whose answer still is what the card gave. */
  prefilled: (path: string) => Origin | null;
  /** Fields that staff asked to correct. */
  returned: string[];
  /** Members of a group that are shown for one item. */
  members: (group: FieldJson, index: number) => FieldJson[];
  /** Told when an item of a group is gone (-1) or has come back (1): what is said about those behind it goes with them. */
  moved: (group: string, index: number, by: 1 | -1) => void;
  /** Files that were sent for these answers, and what is known of them; nothing where none can be sent, as in a preview. */
  files?: { draft: Draft; known: (fileId: string) => Upload | undefined; know: (file: Upload) => void };
  /** What was computed at a path; null while something is missing. */
  computed: (path: string) => number | null;
}

export interface FieldProps {
  field: FieldJson;
  path: string;
  value: unknown;
  /** undefined takes the answer away. */
  change: (value: unknown) => void;
  asking: Asking;
}
