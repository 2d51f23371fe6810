/** What an applicant must have shown, from nothing to a signature whose certificate was found good. */
export const LEVELS: { [level: string]: string } = {
  GUEST: '求めない（ログインしなくても申請できる）',
  ACCOUNT: 'ログイン（メールアドレスだけでもよい）',
  VERIFIED: '本人確認（マイナンバーカードなどでログイン）',
  SIGNATURE: '電子署名（失効を確かめられないときは、職員が確認する）',
  CONFIRMED_SIGNATURE: '電子署名（失効を確かめられないときは、受け付けない）',
};
