package jp.ishikari.link.domain;

/** Outgoing mail. Bodies carry a receipt number and a link, never personal data. */
public interface Mail {

  /**
   * @param noticeId stable id of the notice, sent as a header, so that a repeated mail can be told
   */
  void send(String to, String subject, String body, String noticeId);
}
