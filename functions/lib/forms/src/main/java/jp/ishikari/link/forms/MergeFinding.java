package jp.ishikari.link.forms;

import java.util.List;
import java.util.Locale;

/**
 * One thing to look at in a text with fields and conditions ({@link MergeText}).
 *
 * @param line where it stands, counted from 1
 * @param sentence in Japanese, for the staff member who writes it; without the line
 */
public record MergeFinding(int line, Code code, String sentence) {

  /** What can be wrong; stable, for programs. */
  public enum Code {
    /** A name that is neither a word of the case nor a question of the form. */
    UNKNOWN_FIELD(true, "{%s}という項目はありません。「差し込む」から選んでください。"),
    /** Two questions have that wording. */
    AMBIGUOUS_FIELD(true, "「%1$s」という質問が2つ以上あります。「差し込む」から選ぶと、区別できます。"),
    /** A brace that is opened and not closed. */
    OPEN_BRACE(true, "「{」のあとに「}」がありません。文字としての「{」は、「{{」と書いてください。"),
    /** A brace that closes nothing. */
    STRAY_BRACE(true, "「}」の前に「{」がありません。文字としての「}」は、「}}」と書いてください。"),
    /** Something that would be put in if its braces were narrow. */
    WIDE_BRACE(true, "「｛%s｝」のかっこが全角です。半角の「{」と「}」で書いてください。"),
    /** Braces with nothing between them. */
    EMPTY_BRACES(true, "「{}」の中に、入れる項目の名前を書いてください。例：{受付番号}"),
    /** A condition that cannot be read. */
    CONDITION(true, "条件「%s」を読み取れません。例：{もし 使いみち＝年金}、{もし 電話番号 あり}"),
    /** A condition about something with which none can be made. */
    CONDITION_KIND(true, "条件「%s」は、この質問では使えません。「あり」か「なし」なら使えます。"),
    /** A value that the question does not offer. */
    UNKNOWN_CHOICE(true, "条件「%s」の答えは、この質問の選択肢にありません。"),
    /** {でなければ} or {おわり} without a condition before it. */
    NOT_BEGUN(true, "{%s}の前に、{もし …}がありません。"),
    /** A condition that nothing ends. */
    NOT_ENDED(true, "{もし %s}を閉じる{おわり}がありません。"),
    /** A second {でなければ} of one condition. */
    SECOND_OTHERWISE(true, "1つの{もし …}に、{でなければ}は1つまでです。"),
    /** Conditions inside conditions inside conditions. */
    NESTED_TOO_DEEP(true, "{もし …}の中の{もし …}は、" + MergeText.DEPTH + "重までです。"),
    /** More fields and conditions than anybody reads. */
    TOO_MANY(true, "差し込みと条件は、1つの文に" + MergeText.MARKS + "個までです。ここから先を減らしてください。"),
    /** A text that is longer than what it is for. */
    TOO_LONG(true, "文が長すぎます。%s文字までにしてください。"),
    /** No answers lead there. */
    UNREACHABLE(true, "%sは、どのような答えでも出ません。条件を直すか、消してください。"),
    /** A condition that puts nothing in, either way. */
    EMPTY_BRANCH(true, "{もし %s}の中に、文がありません。"),
    /** An answer that alone may be longer than the whole text may be. */
    ENDLESS(true, "{%s}の答えは、この文に入りきらない長さになることがあります。質問の文字数の上限を短くしてください。"),
    /** A field whose question need not be answered, outside of every condition that asks for it. */
    MAY_BE_EMPTY(false, "{%s}は、答えがないことがあります。そのときは、何も入りません。");

    private final boolean blocks;
    private final String sentence;

    Code(boolean blocks, String sentence) {
      this.blocks = blocks;
      this.sentence = sentence;
    }

    /** The code as it is written in JSON. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  static MergeFinding of(int line, Code code, Object... about) {
    return new MergeFinding(line, code, code.sentence.formatted(about));
  }

  /** The sentence with the line, for a text of several. */
  public String detail() {
    return line + "行目：" + sentence;
  }

  /** Whether the text must not be used with it. */
  public boolean blocks() {
    return code.blocks;
  }

  /** Whether any of them blocks. */
  public static boolean blocks(List<MergeFinding> findings) {
    return findings.stream().anyMatch(MergeFinding::blocks);
  }
}
