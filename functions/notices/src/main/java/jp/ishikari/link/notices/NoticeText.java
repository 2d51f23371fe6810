package jp.ishikari.link.notices;

import java.util.Optional;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.domain.Step;

/**
 * What a mail says about a step. No personal data and no name of a procedure ever stands in it
 * (N-09).
 */
record NoticeText(String subject, String opening) {

  /** What the resident is told of an event of any kind; nothing of most. */
  static Optional<NoticeText> of(EventType event) {
    return switch (event) {
      case CONVERSATION_WRITTEN_BY_CITY -> told("市役所からメッセージがあります", "申請について、市役所からメッセージがあります。");
      case DOCUMENT_ISSUED -> told("市役所から文書が届いています", "申請について、市役所から文書が届いています。");
      case DOCUMENT_REPLACED ->
          told("市役所からの文書が差し替えられました", "前にお渡しした文書に代わる、新しい文書が届いています。前の文書は、もう使えません。");
      case DOCUMENT_REVOKED -> told("市役所からの文書が取り消されました", "前にお渡しした文書が、取り消されました。その文書は、もう使えません。");
      case PAYMENT_PRICED -> told("手数料の額が決まりました", "申請の手数料の額が決まりました。金額と支払いの方法、期限をご確認ください。");
      case PAYMENT_REDUCTION_GRANTED ->
          told("手数料の減額・免除が決まりました", "申請の手数料の減額または免除が決まりました。新しい金額をご確認ください。");
      case PAYMENT_PAID, PAYMENT_RECEIVED -> told("手数料の納付を確認しました", "申請の手数料の納付を確認しました。");
      case PAYMENT_LAPSED ->
          told("手数料の支払いの期限が過ぎました", "申請の手数料の支払いの期限が過ぎました。手続きを続けるには、担当課にお問い合わせください。");
      case PAYMENT_REFUNDED -> told("手数料をお返ししました", "申請の手数料をお返しする手続きをしました。");
      case FILE_INFECTED, FILE_REFUSED ->
          told("送っていただいた書類を確かめてください", "申請と一緒に送っていただいた書類の中に、受け付けられないものがありました。");
      default -> Step.of(event).flatMap(NoticeText::of);
    };
  }

  /**
   * Exhaustive on purpose: a new step must say what the resident is told, or that it is nothing.
   */
  private static Optional<NoticeText> of(Step step) {
    return switch (step) {
      case SUBMIT -> told("申請が届きました", "申請が市に届きました。担当課で内容を確認します。");
      case CORRECT -> told("補正が届きました", "直していただいた内容が市に届きました。担当課でもう一度確認します。");
      case WITHDRAW -> told("取下げを受け付けました", "申請の取下げを受け付けました。");
      case ACCEPT -> told("申請を受理しました", "申請を受理しました。手続きを進めています。");
      case RETURN -> told("申請の補正をお願いします", "申請の内容に、直していただきたいところがあります。");
      case REJECT -> told("申請の結果のお知らせ", "申請の審査が終わりました。結果をご確認ください。");
      case CLAIM -> told("申請が引き継がれました", "申請が、ログインした方の「申請状況」に引き継がれました。心当たりがないときは、市にご連絡ください。");
      case RESOLVE_SIGNATURE -> Optional.empty();
      case COMPLETE -> told("手続きが完了しました", "申請の手続きが完了しました。");
    };
  }

  private static Optional<NoticeText> told(String subject, String opening) {
    return Optional.of(new NoticeText(subject, opening));
  }

  /**
   * The whole mail in plain text.
   *
   * @param more where there is more to read
   */
  String body(String siteName, String receiptNumber, String more) {
    return opening
        + "\n\n受付番号　"
        + grouped(receiptNumber)
        + "\n\n"
        + more
        + "\n\n※このメールは自動でお送りしています。返信いただいてもお答えできません。\n"
        + siteName
        + "（石狩市）\n";
  }

  private static String grouped(String digits) {
    return digits.replaceAll("(\\d{4})(?=\\d)", "$1-");
  }
}
