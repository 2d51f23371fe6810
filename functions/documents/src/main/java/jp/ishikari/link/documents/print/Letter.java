package jp.ishikari.link.documents.print;

import java.time.LocalDate;
import java.util.List;

/**
 * What stands in a letter of the city's, as texts.
 *
 * @param number 文書番号 as the division counts it; empty where it has none
 * @param addressee with the word of courtesy (様)
 * @param sender lines of who writes, the last of them how to reach them
 * @param body paragraphs, one a line; an empty line is a gap
 * @param check how anybody checks it; null on a trial print
 */
public record Letter(
    String title,
    String number,
    LocalDate dated,
    String addressee,
    List<String> sender,
    String body,
    Check check) {

  /**
   * @param code as people type it
   * @param page where it is typed
   * @param link the same page with the code, for the picture (QR)
   */
  public record Check(String code, String page, String link) {}
}
