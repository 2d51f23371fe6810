// The names of procedures as people write them: made by rule from the catalogue, so that nobody's own idea of a query counts.
import { toRomaji } from 'wanakana';

const KANJI = '[々\\u3400-\\u9fff]';
const bare = (entry) => entry.name.replace(/（[^）]*）/g, '').trim();
const changed = (before, ...after) => [...new Set(after)].filter((one) => one !== before);
const reading = (entry) => entry.kana.replace(/\s/g, '');

/** 申込み, 申込 and 申し込み are one word. */
const ENDINGS = [
  ['申込み', '申し込み', '申込'], ['申込', '申し込み', '申込み'], ['届', '届け', '届け出', '届出'], ['受取', '受け取り', '受取り'],
  ['振替', '振り替え', '振替え'], ['写し', '写'], ['空き家', '空家'], ['見舞', '見舞い'], ['引越し', '引っ越し', '引越', '引っ越'],
];

const OLD = {
  学: '學', 証: '證', 区: '區', 国: '國', 転: '轉', 医: '醫', 児: '兒', 届: '屆', 険: '險', 検: '檢', 総: '總', 続: '續', 変: '變', 独: '獨', 当: '當',
  帯: '帶', 齢: '齡', 断: '斷', 児童: '兒童', 写: '寫', 参: '參', 戸: '戶', 災: '災', 収: '收', 実: '實', 会: '會', 税: '稅', 保険: '保險', 籍: '籍',
};

const ASKED = [
  'をしたい', 'をしたいのですが', 'したいんですけど', 'をするには', 'はどうすればいいですか', 'の手続きを教えてください', 'について知りたいです', 'をお願いします',
  'をしてもらえますか', 'の仕方がわからない', 'はどこでできますか', 'に必要なものは何ですか', 'について問い合わせたい', 'をしなければならない', 'をしてほしい',
  'の書類をください', 'をオンラインでしたい', 'が必要になりました', 'はいつまでにすればよいでしょうか', 'をしていただけませんか', 'をやりたいと思っています',
];
const ASKED_IN_KANA = ['をしたい', 'したいんですけど', 'をするには', 'はどうすればいいですか', 'のてつづきをおしえてください', 'がほしいのですが'];

export const variants = {
  'with spaces where the script changes': (entry) => changed(bare(entry), bare(entry).replace(new RegExp(`(${KANJI})(?=[ぁ-ゖァ-ヶ])|([ぁ-ゖ])(?=${KANJI})`, 'g'), '$1$2 ')),
  'with spaces inside long words': (entry) =>
    changed(bare(entry), bare(entry).replace(new RegExp(`(${KANJI}{2})(?=${KANJI})`, 'g'), '$1 '), bare(entry).replace(new RegExp(`(${KANJI}{2})(?=${KANJI})`, 'g'), '$1　')),
  'with every character apart': (entry) => [[...bare(entry).replace(/\s/g, '').split('の')[0]].join(' ')],
  'without spaces': (entry) => changed(bare(entry), bare(entry).replace(/\s/g, '')),
  'with other endings in kana': (entry) => {
    const rule = ENDINGS.find(([end]) => bare(entry).indexOf(end) >= 0);
    return rule === undefined ? [] : rule.slice(1).map((other) => bare(entry).replace(rule[0], other));
  },
  'in old characters': (entry) => changed(bare(entry), bare(entry).replace(/./g, (one) => OLD[one] ?? one)),
  'in katakana': (entry) => [entry.kana.replace(/[ぁ-ゖ]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 0x60))],
  'in kana without small ones': (entry) => changed(entry.kana, entry.kana.replace(/[ゃゅょっ]/g, (one) => String.fromCharCode(one.charCodeAt(0) + 1))),
  'in kana with spaces': (entry) => [reading(entry).replace(/(.{4})/g, '$1 ').trim()],
  'without marks of long sounds': (entry) => changed(bare(entry), bare(entry).replace(/ー/g, '')),
  'with the other of two kana that sound the same': (entry) => changed(entry.kana, entry.kana.replace(/づ/g, 'ず').replace(/ぢ/g, 'じ'), entry.kana.replace(/ず/g, 'づ').replace(/じ/g, 'ぢ')),
  'in Latin letters': (entry) => [toRomaji(entry.kana), toRomaji(entry.kana).toUpperCase(), toRomaji(entry.kana).replace(/ou|oo/g, 'o').replace(/uu/g, 'u')],
  'as a wish or a question': (entry) => ASKED.map((end) => bare(entry) + end),
  'as a wish or a question in kana': (entry) => ASKED_IN_KANA.map((end) => reading(entry) + end),
  'with the first word and a question': (entry) => ASKED.map((end) => bare(entry).split(/[\s・の]/)[0] + end),
};
