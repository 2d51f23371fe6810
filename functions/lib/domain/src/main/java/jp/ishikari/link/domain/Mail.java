package jp.ishikari.link.domain;

/** Outgoing mail. Bodies carry a receipt number and a link, never personal data. */
public interface Mail {
  /** Header that carries the id of a notice, there and in what is reported about it. */
  String NOTICE_HEADER = "X-Notice-Id";

  /**
   * @param noticeId stable id of the notice, sent as a header, so that a repeated mail can be told
   */
  void send(String to, String subject, String body, String noticeId);
}
