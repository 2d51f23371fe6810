import { observed } from './observed.ts';
import { site } from './site.ts';

export const JAPANESE = 'ja';

const KEY = 'language';

/** In which somebody reads procedures; null until it is asked for. */
const chosen = observed<string | null>(null);

/** The language of who reads: what they chose in this tab. A terminal keeps it for the visit only, which ends with the page. */
export function language(): string {
  return chosen.get() ?? kept();
}

export function useLanguage(): string {
  return chosen.use() ?? kept();
}

export function chooseLanguage(next: string): void {
  if (!site.kiosk) {
    try {
      sessionStorage.setItem(KEY, next);
    } catch {
      // Storage is shut off: then it holds until the page is left.
    }
  }
  chosen.set(next);
}

function kept(): string {
  if (site.kiosk) return JAPANESE;
  try {
    return sessionStorage.getItem(KEY) ?? JAPANESE;
  } catch {
    return JAPANESE;
  }
}

/** Easy Japanese is Japanese to a screen reader. */
export function tagOf(of: string): string {
  return of === 'easy' ? JAPANESE : of;
}

/** Translations of texts by language and key, as the API has them. */
export type Translated = { [language: string]: { [key: string]: string } };

/** A text in the language of who reads, or in Japanese, and the tag of that. */
export function told(texts: Translated | undefined, language: string, key: string, japanese: string): { text: string; lang: string } {
  const translated = texts?.[language]?.[key];
  return translated === undefined ? { text: japanese, lang: JAPANESE } : { text: translated, lang: tagOf(language) };
}
