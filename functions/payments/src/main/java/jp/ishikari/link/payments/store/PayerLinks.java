package jp.ishikari.link.payments.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.payment.Order;
import org.jspecify.annotations.Nullable;

/** Links with which somebody else may pay what an applicant asks them to. */
public interface PayerLinks {

  /** As many as one payment has in all; nobody asks more people. */
  int MOST = 5;

  /**
   * One of them.
   *
   * @param number counts up within its payment
   * @param linkId hash of the code
   * @param name whom it is for, in the applicant's words
   * @param until when it opens nothing any more, whatever became of the payment
   * @param endedAt when the applicant took it back; null while they have not
   * @param references the checkouts that were opened with it
   */
  record Link(
      String applicationId,
      int number,
      String linkId,
      String name,
      Instant madeAt,
      Instant until,
      @Nullable Instant endedAt,
      List<String> references) {

    /** How it stands with what became of the payment. */
    public enum State {
      /** Whoever has it may pay. */
      OPEN,
      /** It was paid with it. */
      PAID,
      /** Taken back, too old, or nothing is to be paid any more. */
      OVER
    }

    public State state(Order order, Instant now) {
      if (order.receipts().stream().anyMatch(one -> references.contains(one.reference()))) {
        return State.PAID;
      }
      return endedAt == null && now.isBefore(until) && order.payable() ? State.OPEN : State.OVER;
    }

    /** The same, taken back. */
    public Link ended(Instant at) {
      return new Link(applicationId, number, linkId, name, madeAt, until, at, references);
    }

    /** The same, with one more checkout. */
    Link with(String reference) {
      List<String> all = new ArrayList<>(references);
      all.add(reference);
      return new Link(
          applicationId, number, linkId, name, madeAt, until, endedAt, List.copyOf(all));
    }
  }

  /** All of one payment, in order (consistent). */
  List<Link> of(String applicationId);

  /** The one with that code. */
  Optional<Link> find(String linkId);

  /** A new one, its event and the promise, if nobody else has made one of that number. */
  Outcome<NotSaved, Link> make(Link link, Idempotency token);

  /** It is taken back, once, with its event and the promise. */
  Outcome<NotSaved, Link> end(Link link, Instant at, Idempotency token);

  /** A checkout was opened with it; said twice it is known once. */
  void opened(Link link, String reference);

  Optional<NotSaved> repeated(String token, String bodyHash);
}
