import { isHiragana, toHiragana } from 'wanakana';

// Words typed in Latin letters, as a keyboard without an input method or a visitor from abroad types them.

/** The hiragana of a word in Latin letters; undefined for what is no romaji. */
export function kanaOf(latin: string): string | undefined {
  const text = latin
    .normalize('NFD')
    .replace(/[\u0300-\u036f-]/g, '')
    .replace(/’/g, "'")
    // Three ways of writing that the library takes at their letter: tennkyo as a keyboard wants it, kampo and matcha as signs have it.
    .replace(/nn(?=[^aiueoyn']|$)/g, 'n')
    .replace(/m(?=[bpm])/g, 'n')
    .replace(/tc(?=h)/g, 'cc');
  const kana = toHiragana(text);
  return isHiragana(kana) ? kana : undefined;
}

/** Without the second half of long vowels, which romaji often leaves out: じゅうみんひょう is juminhyo to most. */
export function shortened(kana: string): string {
  return kana.replace(/ー/g, '').replace(/([おこごそぞとどのほぼぽもよょろ])[うお]/g, '$1').replace(/([うくぐすずつづぬふぶぷむゆゅる])う/g, '$1');
}
