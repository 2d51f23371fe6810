/**
 * Radicals that a PDF gives for the kanji that they look like, each with the kanji: 住⺠票 is 住民票. Those that NFKC brings to the same
 * are left out. From Unicode's EquivalentUnifiedIdeograph, in the form that Japan writes.
 */
const RADICALS = '⺁厂⺂乛⺃隠⺄乙⺅亻⺆冂⺈刀⺉刂⺊卜⺋卩⺌小⺍小⺎尤⺏尤⺐尤⺑尤⺒巳⺓幺⺔彑⺖心⺗心⺘扌⺙文⺛旡⺜日⺝月⺞歹⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺯糹⺰纟⺱罓⺲罒⺴冗⺶羊⺸羊⺹耂⺺肀⺻聿⺼肉⺽臼⺾艸⺿艸⻀艸⻁虎⻂衤⻃襾⻄西⻅见⻆角⻇角⻈讠⻉贝⻋车⻌辵⻍辵⻎辵⻏邑⻐钅⻑長⻒長⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧西⻨麦⻩黄⻪黽⻫斉⻬斉⻭歯⻮齿⻯竜⻰龙⻱亀⻲亀⼎冰⼓包⼡終⼪尤⼮川⼹彑⼾戸⽾来⾇升⾭青⿆麦⿈黄⿊黒⿑斉⿒歯⿓竜⿔亀';

/** A text that was pasted, with kanji for radicals. For what is searched; nothing stored is changed by it. */
export function withoutRadicals(text: string): string {
  return text.replace(/[\u2e80-\u2fd5]/g, (radical) => {
    const at = RADICALS.indexOf(radical);
    return at >= 0 && at % 2 === 0 ? RADICALS.charAt(at + 1) : radical;
  });
}
