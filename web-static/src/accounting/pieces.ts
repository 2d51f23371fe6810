/** What one request carries of a file, in bytes. */
const PIECE = 150_000;
const LINE_END = 10;
const QUOTE = 34;

/** Some rows of a file behind its heading; `firstRow` as a spreadsheet counts. */
export interface Piece {
  firstRow: number;
  base64: string;
}

/**
 * A table in pieces that can each be read by itself. Rows end only outside of quotes; in UTF-8 and Shift_JIS neither byte is
 * part of another character.
 */
export function piecesOf(bytes: Uint8Array): Piece[] {
  const ends = rowEnds(bytes);
  if (ends.length === 0) return [{ firstRow: 2, base64: base64(bytes) }];
  const heading = bytes.subarray(0, ends[0]!);
  const pieces: Piece[] = [];
  let from = 1;
  while (from < ends.length) {
    let to = from + 1;
    while (to < ends.length && ends[to]! - ends[from - 1]! <= PIECE) to++;
    pieces.push({ firstRow: from + 1, base64: base64(joined(heading, bytes.subarray(ends[from - 1]!, ends[to - 1]!))) });
    from = to;
  }
  return pieces.length === 0 ? [{ firstRow: 2, base64: base64(heading) }] : pieces;
}

/** Where each row ends, its line end included. */
function rowEnds(bytes: Uint8Array): number[] {
  const ends: number[] = [];
  let quoted = false;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === QUOTE) quoted = !quoted;
    else if (bytes[i] === LINE_END && !quoted) ends.push(i + 1);
  }
  if (bytes.length > 0 && ends[ends.length - 1] !== bytes.length) ends.push(bytes.length);
  return ends;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  // As arguments of one call they would be too many.
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode.apply(null, Array.prototype.slice.call(bytes.subarray(i, i + 8192)));
  return btoa(text);
}
