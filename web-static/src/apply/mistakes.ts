import type { Mistake } from './engine.ts';

/**
 * The mistakes once an item of a group is gone (`by` -1) or has come back (1): its own go with it, those behind it move
 * along.
 */
export function movedMistakes(mistakes: Mistake[], group: string, index: number, by: 1 | -1): Mistake[] {
  const left: Mistake[] = [];
  for (const mistake of mistakes) {
    const at = mistake.path.slice(0, group.length + 1) === group + '[' ? Number.parseInt(mistake.path.slice(group.length + 1), 10) : -1;
    if (by < 0 && at === index) continue;
    const rest = mistake.path.slice(mistake.path.indexOf(']'));
    left.push(at >= index ? { ...mistake, path: `${group}[${at + by}${rest}` } : mistake);
  }
  return left;
}
