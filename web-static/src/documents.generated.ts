// Generated from functions/lib/blueprint (IdentityDocument). Do not edit: a test fails when it differs.

/** What a visitor may show at the counter; one with a photo suffices. */
export const documents = {
  MY_NUMBER_CARD: { label: 'マイナンバーカード（表面）', photo: true },
  DRIVING_LICENCE: { label: '運転免許証', photo: true },
  PASSPORT: { label: 'パスポート', photo: true },
  RESIDENCE_CARD: { label: '在留カード', photo: true },
  SPECIAL_RESIDENT_CERTIFICATE: { label: '特別永住者証明書', photo: true },
  DISABILITY_HANDBOOK: { label: '障害者手帳', photo: true },
  HEALTH_INSURANCE_CERTIFICATE: { label: '健康保険の資格確認書', photo: false },
  PENSION_BOOK: { label: '年金手帳・基礎年金番号通知書', photo: false },
  OTHER: { label: 'その他', photo: false },
} as const;
