package jp.ishikari.link.conversations.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.conversation.Conversation;

/** Keeps what applicants and the city write to each other. */
public interface MessageStore {

  /**
   * All of it.
   *
   * @param messages in the order in which they were written
   */
  record Written(Conversation conversation, List<Message> messages) {}

  /** Of one application (consistent). */
  Written of(String applicationId);

  /** How far it is (consistent). */
  Conversation conversation(String applicationId);

  /**
   * The next message, what becomes of the question, the parts of others, the event and the promise
   * together, if nobody wrote or asked meanwhile.
   *
   * @param questionAfter null when the city waits for no answer afterwards
   */
  Outcome<NotSaved, Message> write(
      Conversation before,
      Message next,
      Conversation.Question questionAfter,
      List<Part<NotSaved>> parts,
      Idempotency token);

  /** That the city waits for no answer any more. */
  Outcome<NotSaved, Conversation> withdraw(
      Conversation before, List<Part<NotSaved>> parts, Instant at, Idempotency token);

  /** Up to which message the applicant has read; never back. */
  void seenByApplicant(String applicationId, int upTo);

  /** Up to which message the city has read, and that this happened. */
  Outcome<NotSaved, Conversation> seenByCity(Conversation before, int upTo, Instant at);

  Optional<NotSaved> repeated(String token, String bodyHash);
}
