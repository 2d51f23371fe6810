import type { Mistake } from './engine.ts';

/** What is left of the mistakes when an item of a group is gone: its own go with it, those behind it move up. */
export function withoutItem(mistakes: Mistake[], group: string, index: number): Mistake[] {
  const left: Mistake[] = [];
  for (const mistake of mistakes) {
    const at = mistake.path.slice(0, group.length + 1) === group + '[' ? Number.parseInt(mistake.path.slice(group.length + 1), 10) : -1;
    if (at === index) continue;
    const rest = mistake.path.slice(mistake.path.indexOf(']'));
    left.push(at > index ? { ...mistake, path: `${group}[${at - 1}${rest}` } : mistake);
  }
  return left;
}
