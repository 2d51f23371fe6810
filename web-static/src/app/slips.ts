/** More slips than any word may have. */
export const NO_SLIP = 99;

/** A word and how many characters of it may be wrong, missing or too many; bit n of a mask stands for its n-th character. */
export interface Pattern {
  text: string;
  length: number;
  slips: number;
  masks: Map<string, number>;
  /** One more than slips are allowed: where the word stands with slips, one of its pieces stands without. */
  pieces: string[];
}

/** Short words are taken at their letter: among three characters a wrong one makes another word. */
export function patternOf(word: string): Pattern {
  const masks = new Map<string, number>();
  const text = word.slice(0, 30);
  for (let i = 0; i < text.length; i++) masks.set(text[i], (masks.get(text[i]) || 0) | (1 << i));
  const slips = text.length < 4 ? 0 : text.length < 7 ? 1 : 2;
  const pieces: string[] = [];
  for (let d = 0; d <= slips; d++) {
    pieces.push(text.slice(Math.floor((d * text.length) / (slips + 1)), Math.floor(((d + 1) * text.length) / (slips + 1))));
  }
  return { text, length: text.length, slips, masks, pieces };
}

/** Approximate matching with bit vectors (Wu and Manber, 1992): row d holds the prefixes that end here with d slips. {@link NO_SLIP} when there are more. */
export function slipsIn(text: string, pattern: Pattern): number {
  if (pattern.pieces.every((piece) => text.indexOf(piece) < 0)) return NO_SLIP;
  const last = 1 << (pattern.length - 1);
  const rows = [0];
  for (let d = 1; d <= pattern.slips; d++) rows.push((1 << d) - 1);
  let best = NO_SLIP;
  for (let i = 0; i < text.length; i++) {
    const mask = pattern.masks.get(text[i]) || 0;
    let before = rows[0];
    rows[0] = ((before << 1) | 1) & mask;
    for (let d = 1; d <= pattern.slips; d++) {
      const own = rows[d];
      rows[d] = (((own << 1) | 1) & mask) | before | (before << 1) | (rows[d - 1] << 1) | 1;
      before = own;
    }
    for (let d = 0; d <= pattern.slips && d < best; d++) if (rows[d] & last) best = d;
  }
  return best;
}
