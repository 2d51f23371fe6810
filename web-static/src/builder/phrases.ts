import { textsOf, type Form, type KeyedText } from '../forms/index.ts';

/** Sentences of the standard blocks and of pages, translated once for all forms: やさしい日本語, English. */
const PHRASES: { [japanese: string]: { easy: string; en: string } } = {
  氏名: { easy: '名前（なまえ）', en: 'Full name' },
  '戸籍や住民票のとおりに入力してください。': {
    easy: '戸籍（こせき）や 住民票（じゅうみんひょう）に 書いてある とおりに 入れてください。',
    en: 'Enter it as it is written in your family or resident register.',
  },
  生年月日: { easy: '生まれた日（ひ）', en: 'Date of birth' },
  住所: { easy: '住所（じゅうしょ）', en: 'Address' },
  '住民票の住所を入力してください。': {
    easy: '住民票（じゅうみんひょう）の 住所（じゅうしょ）を 入れてください。',
    en: 'Enter the address in your resident register.',
  },
  電話番号: { easy: '電話番号（でんわばんごう）', en: 'Telephone number' },
  '日中に連絡がつく番号を入力してください。': {
    easy: '昼（ひる）に 電話（でんわ）できる 番号（ばんごう）を 入れてください。',
    en: 'Enter a number where we can reach you during the day.',
  },
  メールアドレス: { easy: 'メールアドレス', en: 'E-mail address' },
  '申請の状況をお知らせします。': {
    easy: '申請（しんせい）が どうなったか お知らせします。',
    en: 'We will tell you how your application is going.',
  },
  世帯の方: { easy: 'いっしょに 住（す）んでいる 人（ひと）', en: 'Household member' },
  '申請する方をのぞいて入力してください。': {
    easy: '申請（しんせい）する 人（ひと）は 入れないでください。',
    en: 'Leave out the person who applies.',
  },
  申請する方との続柄: { easy: '申請（しんせい）する 人（ひと）との 関係（かんけい）', en: 'Relationship to the person who applies' },
  長男: { easy: '長男（ちょうなん）', en: 'Eldest son' },
  振込先の口座: { easy: 'お金（かね）を 入れる 銀行（ぎんこう）の 口座（こうざ）', en: 'Bank account for the payment' },
  '申請する方ご本人の口座を入力してください。': {
    easy: '申請（しんせい）する 人（ひと）の 口座（こうざ）を 入れてください。',
    en: 'Enter an account of the person who applies.',
  },
  確認と同意: { easy: '確認（かくにん）と 同意（どうい）', en: 'Confirmation and consent' },
  '入力した内容にまちがいがないことを確かめ、手続のために市が利用することに同意します。': {
    easy: '書いたことは 正（ただ）しいです。市役所（しやくしょ）が 手続（てつづき）のために 使（つか）っても いいです。',
    en: 'I have checked that what I entered is correct, and agree that the city uses it for this procedure.',
  },
  // What pages of procedures say again and again.
  無料: { easy: 'お金（かね）は いりません', en: 'Free of charge' },
  どなたでも: { easy: 'だれでも', en: 'Anyone' },
  特にありません: { easy: 'ありません', en: 'Nothing in particular' },
  本人確認書類: { easy: 'あなたが だれか わかる もの（在留（ざいりゅう）カードなど）', en: 'Proof of who you are (for example your residence card)' },
  マイナンバーカード: { easy: 'マイナンバーカード', en: 'My Number card' },
};

/** A number or an address reads the same in every language. */
const JAPANESE = /[^\u0000-\u007f]/;

/** The form with the translations that are known in the languages it is translated into; what somebody wrote stays. */
export function withKnownTranslations(form: Form): Form {
  const texts = form.texts || {};
  const languages = Object.keys(texts);
  if (languages.length === 0) return form;
  const next: NonNullable<Form['texts']> = {};
  languages.forEach((language) => {
    next[language] = knownTranslations(textsOf(form), texts[language]!, language);
  });
  return { ...form, texts: next };
}

/** Translations of texts in a language with those that are known; what somebody wrote stays. */
export function knownTranslations<T extends { [key: string]: { text: string; of: string } }>(texts: KeyedText[], before: T, language: string): T {
  const translations: { [key: string]: { text: string; of: string } } = { ...before };
  texts.forEach(({ key, text }) => {
    const phrase = PHRASES[text] || (JAPANESE.test(text) ? undefined : { easy: text, en: text });
    if (phrase === undefined || translations[key] !== undefined) return;
    if (language === 'easy' || language === 'en') translations[key] = { text: phrase[language], of: text };
  });
  return translations as T;
}
