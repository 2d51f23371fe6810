package jp.ishikari.link.casework;

import jp.ishikari.link.edge.Body;

/**
 * What a clerk searches by; null means not by this. It travels in the body, so that no name is in a
 * URL or log.
 */
record SearchCasesRequest(
    String name, String kana, String phone, String birthDate, String receiptNumber) {

  static SearchCasesRequest read(Body body) {
    return new SearchCasesRequest(
        body.optionalText("name", 100),
        body.optionalText("kana", 100),
        body.optionalText("phone", 30),
        body.optionalText("birthDate", 10),
        body.optionalText("receiptNumber", 20));
  }

  boolean isEmpty() {
    return name == null
        && kana == null
        && phone == null
        && birthDate == null
        && receiptNumber == null;
  }
}
