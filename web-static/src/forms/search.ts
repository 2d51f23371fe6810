/**
 * Folding for search and comparison, never for what is stored: NFKC, katakana to hiragana, lower
 * case, without variation selectors.
 */
export function foldForSearch(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase();
  let folded = '';
  for (let i = 0; i < plain.length; i++) {
    const c = plain.charCodeAt(i);
    const next = plain.charCodeAt(i + 1);
    if (c === 0xdb40 && next >= 0xdd00 && next <= 0xddef) i++;
    else if (c >= 0xfe00 && c <= 0xfe0f) continue;
    else if ((c >= 0x30a1 && c <= 0x30f6) || c === 0x30fd || c === 0x30fe) {
      folded += String.fromCharCode(c - 0x60);
    } else folded += plain.charAt(i);
  }
  return folded;
}
