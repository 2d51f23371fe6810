package jp.ishikari.link.domain.counter;

import java.util.Collection;

/** What a visitor may show at the counter to prove who they are (本人確認書類). */
public enum IdentityDocument {
  /** Whoever forgot its PIN can still show it. */
  MY_NUMBER_CARD("マイナンバーカード（表面）", true),
  DRIVING_LICENCE("運転免許証", true),
  PASSPORT("パスポート", true),
  RESIDENCE_CARD("在留カード", true),
  SPECIAL_RESIDENT_CERTIFICATE("特別永住者証明書", true),
  DISABILITY_HANDBOOK("障害者手帳", true),
  HEALTH_INSURANCE_CERTIFICATE("健康保険の資格確認書", false),
  PENSION_BOOK("年金手帳・基礎年金番号通知書", false),
  /** Named in words. */
  OTHER("その他", false);

  private final String label;
  private final boolean photo;

  IdentityDocument(String label, boolean photo) {
    this.label = label;
    this.photo = photo;
  }

  /** The word that staff see. */
  public String label() {
    return label;
  }

  /** Whether it shows the face of whom it belongs to. */
  public boolean photo() {
    return photo;
  }

  /** One with a photo suffices, of those without two are needed. */
  public static boolean suffice(Collection<IdentityDocument> shown) {
    return shown.stream().anyMatch(one -> one.photo) || shown.stream().distinct().count() >= 2;
  }
}
