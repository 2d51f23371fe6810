// One word written in several ways: what is left of it when the ways are taken away.

/**
 * Characters as they stood in registers and still stand in names of places and persons, each with the one that is written today
 * (常用漢字表, its 康熙字典体), and variants of names that keyboards offer.
 */
const OLD =
  '亞亜惡悪壓圧圍囲醫医爲為壹壱隱隠榮栄營営衞衛驛駅圓円鹽塩緣縁應応歐欧毆殴櫻桜奧奥橫横溫温穩穏假仮價価畫画會会繪絵壞壊懷懐槪概擴拡殼殻覺覚學学嶽岳樂楽勸勧卷巻寬寛歡歓觀観關関陷陥顏顔氣気歸帰僞偽戲戯犧犠舊旧據拠擧挙虛虚峽峡挾挟狹狭敎教鄕郷曉暁區区驅駆勳勲徑径惠恵揭掲經経溪渓螢蛍輕軽繼継鷄鶏藝芸擊撃缺欠縣県儉倹劍剣險険圈圏檢検獻献權権驗験顯顕嚴厳廣広效効恆恒黃黄鑛鉱號号國国黑黒碎砕濟済齋斎劑剤雜雑參参棧桟蠶蚕慘惨贊賛殘残絲糸齒歯兒児辭辞濕湿實実寫写釋釈壽寿收収從従澁渋獸獣縱縦肅粛處処緖緒敍叙將将稱称燒焼奬奨證証條条狀状乘乗淨浄剩剰疊畳繩縄壤壌孃嬢讓譲釀醸觸触囑嘱眞真寢寝愼慎盡尽圖図粹粋醉酔穗穂隨随髓髄樞枢數数瀨瀬聲声靑青齊斉淸清靜静稅税竊窃攝摂專専淺浅戰戦踐践錢銭潛潜纖繊禪禅雙双壯壮爭争莊荘搜捜插挿巢巣裝装總総騷騒藏蔵臟臓屬属續続墮堕對対體体帶帯滯滞臺台瀧滝擇択澤沢擔担膽胆團団斷断彈弾遲遅癡痴蟲虫晝昼鑄鋳廳庁徵徴聽聴敕勅鎭鎮遞逓鐵鉄轉転點点傳伝燈灯當当黨党盜盗稻稲鬪闘獨独讀読屆届貳弐惱悩腦脳拜拝廢廃賣売麥麦發発髮髪拔抜蠻蛮祕秘濱浜甁瓶拂払佛仏倂併竝並邊辺變変舖舗步歩寶宝豐豊襃褒沒没飜翻每毎萬万滿満麵麺默黙彌弥譯訳藥薬與与豫予餘余譽誉搖揺樣様謠謡遙遥賴頼亂乱覽覧龍竜兩両獵猟綠緑壘塁淚涙禮礼勵励戾戻靈霊齡齢曆暦歷歴戀恋鍊錬爐炉勞労郞郎樓楼錄録灣湾戶戸說説產産單単髙高﨑崎嶋島峯峰舘館邉辺濵浜檜桧籠篭';

const today = new Map<string, string>();
for (let i = 0; i < OLD.length; i += 2) today.set(OLD.charAt(i), OLD.charAt(i + 1));

/** A text in the characters of today, but for those that stand in the catalogue itself. */
export function inCharactersOfToday(text: string, stands: (old: string) => boolean): string {
  return text.replace(/[\u3400-\u9fff\uf900-\ufaff]/g, (one) => {
    const now = today.get(one);
    return now === undefined || stands(one) ? one : now;
  });
}

const SMALL: Record<string, string> = { ぁ: 'あ', ぃ: 'い', ぅ: 'う', ぇ: 'え', ぉ: 'お', っ: 'つ', ゃ: 'や', ゅ: 'ゆ', ょ: 'よ', ゎ: 'わ', ぢ: 'じ', づ: 'ず', を: 'お', ゐ: 'い', ゑ: 'え', ゔ: 'ぶ', ー: '' };

/** Fewer kana are another word as often as the same. */
const KANA = 4;

/** At most two kana stand behind a kanji in the middle of a word or at its end; particles would make two words of it. */
const WITH_ENDINGS = /^[々\u3400-\u9fff]+(?:[ぁ-ゖ]{1,2}[々\u3400-\u9fff]+)*[ぁ-ゖ]{0,2}$/;
const PARTICLES = /[のをにはがとへもや]/;

/**
 * What is the same of a word however it is written: of kana the sound, without small ones, marks of long sounds and which of two is
 * written (しようめいしよ, マイナンバカド); of kanji these alone, without the kana that are sometimes written after them (申し込み, 申込).
 * Undefined where nothing may be left out.
 */
export function likeness(word: string): string | undefined {
  if (word.length >= KANA && /^[ぁ-ゖー]+$/.test(word)) {
    const sound = word.replace(/[ぁぃぅぇぉっゃゅょゎぢづをゐゑゔー]/g, (one) => SMALL[one]!);
    return sound.length >= KANA ? sound : undefined;
  }
  if (word.length < 2 || !WITH_ENDINGS.test(word) || PARTICLES.test(word)) return undefined;
  const kanji = word.replace(/[ぁ-ゖ]/g, '');
  return kanji.length < 2 ? undefined : kanji;
}
