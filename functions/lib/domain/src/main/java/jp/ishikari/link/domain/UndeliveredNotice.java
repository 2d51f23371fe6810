package jp.ishikari.link.domain;

import java.time.Instant;

/**
 * A notice that did not reach the applicant.
 *
 * @param at when that was known
 */
public record UndeliveredNotice(NoticeId notice, Instant at, Why why) {

  /** Why it did not arrive, or why the next one will not be sent. */
  public enum Why {
    /** The address does not exist any more, or takes no mail of ours for good. */
    NO_SUCH_ADDRESS,
    /** The mailbox took nothing for days, e.g. because it is full. The address stays in use. */
    NOT_TAKEN,
    /** Who reads it called it unwanted; that one arrived, no other will be sent. */
    UNWANTED,
    /** Not sent: an earlier one to the same address did not arrive or was unwanted. */
    ADDRESS_STOPPED
  }
}
