// How the list of staff is written for a spreadsheet, and what is known of a file before it is sent.

/** As `StaffFile` reads it; the journey sends what is saved here back to it. */
export const HEADING = ['職員アカウント', '氏名', '役割', '課', '最初の日', '最後の日'];

/** The most people that `StaffFile` changes at once. */
const MOST = 500;

/** The most characters of a file in base64 that `ImportStaff` takes. */
const LARGEST = 250000;

/** A spreadsheet reckons with what begins so, in any width: `NameRules.FORMULA_SIGNS`. The mark before it makes it text. */
const RECKONED = /^['\s\u3000\u00a0]*[=+@＝＋＠﹦﹢﹫－﹣−-]/;

/** In quotes; what a spreadsheet would reckon with is marked as text, which `StaffFile` takes away again. */
function cell(text: string): string {
  return '"' + (RECKONED.test(text) ? "'" : '') + text.replace(/"/g, '""') + '"';
}

/** The table with the mark by which spreadsheets know UTF-8. */
export function table(rows: string[][]): string {
  return '\uFEFF' + [HEADING].concat(rows).map((cells) => cells.map(cell).join(',')).join('\r\n') + '\r\n';
}

/** Why a file is not worth sending; null when it may be. */
export function unsendable(base64: string): string | null {
  if (base64 === '') return 'ファイルに何も書かれていません。「いまの一覧をCSVで保存する」で保存したファイルを直して、選んでください。';
  if (base64.length <= LARGEST) return null;
  const rows = filledRows(base64);
  return rows > MOST
    ? `一度に変更できるのは${MOST}人までです。このファイルには${rows}行ほどあります。ファイルを分けてください。`
    : `ファイルが大きすぎます（${Math.floor((LARGEST * 3) / 4000)}キロバイトまで）。ほかの種類のファイルでないか確かめてください。`;
}

/** Rows after the heading that hold something, whatever the characters are written in. */
function filledRows(base64: string): number {
  return atob(base64).split(/[\r\n]+/).filter((row) => /[^\s,;"\0]/.test(row)).length - 1;
}
