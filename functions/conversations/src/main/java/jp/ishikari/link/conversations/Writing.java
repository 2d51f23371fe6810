package jp.ishikari.link.conversations;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import jp.ishikari.link.conversations.store.Message;
import jp.ishikari.link.conversations.store.MessageStore;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.Hold;
import jp.ishikari.link.domain.HoldStore;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.conversation.Conversation;
import jp.ishikari.link.edge.IdempotencyKey;
import jp.ishikari.link.edge.LookingAnew;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/**
 * How a message is written, the same for both sides: whatever the applicant writes answers what the
 * city asked, and a new question of the city's takes the place of the one before.
 */
record Writing(
    MessageStore messages,
    HoldStore holds,
    Closing closing,
    BiFunction<MessageFiles.Named, String, Outcome<Response, List<Part<NotSaved>>>> files,
    InstantSource clock) {
  /** Code points of one message. */
  static final int LONGEST = 2000;

  /** All of them go into one answer, which has a limit of 6 MB. */
  static final int MOST = 500;

  /** A clerk sends none with a message. */
  static final BiFunction<MessageFiles.Named, String, Outcome<Response, List<Part<NotSaved>>>>
      NO_FILES = (named, applicationId) -> Outcome.success(List.of());

  private static final int CREATED = 201;

  /** That it was written; nothing of it. */
  record Done(int number, Instant at) {}

  /** The promise to answer the same request again, or that answer. */
  Outcome<Response, IdempotencyKey> fresh(IdempotencyKey key) {
    return key.fresh(messages::repeated, CREATED);
  }

  /**
   * What is written.
   *
   * @param answerBy null where no answer is asked for
   */
  record Draft(
      Message.Writer writer, String text, MessageFiles.Named files, @Nullable LocalDate answerBy) {
    static Draft byClerk(Message.Writer clerk, String text, @Nullable LocalDate answerBy) {
      return new Draft(clerk, text, MessageFiles.Named.NONE, answerBy);
    }

    static Draft byApplicant(String text, MessageFiles.Named files) {
      return new Draft(Message.Writer.APPLICANT, text, files, null);
    }

    private Message numbered(int number, Instant at) {
      return new Message(number, writer, text, files.fileIds(), at, answerBy);
    }
  }

  Response write(Application application, Draft draft, IdempotencyKey key) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    if (closing.of(application).filter(end -> !now.isBefore(end)).isPresent()) {
      return Problem.RULE_VIOLATED.response(
          "手続きが終わってから" + Closing.STILL.toDays() + "日が過ぎたため、メッセージは送れません。担当課に電話などでご連絡ください。");
    }
    return LookingAnew.write(
        CREATED,
        () -> {
          Conversation before = messages.conversation(application.applicationId());
          return before.messages() >= MOST
              ? Outcome.success(
                  Problem.RULE_VIOLATED.response(
                      "メッセージが" + MOST + "件になったため、これ以上は送れません。電話などほかの方法で連絡してください。"))
              : files
                  .apply(draft.files(), application.applicationId())
                  .fold(
                      Outcome::success,
                      bound ->
                          after(before, draft.numbered(before.messages() + 1, now), bound, key));
        });
  }

  private Outcome<NotSaved, Response> after(
      Conversation before, Message next, List<Part<NotSaved>> bound, IdempotencyKey key) {
    Done done = new Done(next.number(), next.at());
    return messages
        .write(
            before,
            next,
            questionAfter(before, next),
            Stream.concat(clockOf(before, next, next.at()).stream(), bound.stream()).toList(),
            key.promise(done, next.at()))
        .map(written -> Response.created(done));
  }

  private static Conversation.Question questionAfter(Conversation before, Message next) {
    if (next.writer().side() == Message.Side.APPLICANT) {
      return null;
    }
    return next.answerBy() == null
        ? before.question()
        : new Conversation.Question(next.number(), next.answerBy());
  }

  /** What stops the clock of the case from now on, and what does no longer. */
  private List<Part<NotSaved>> clockOf(Conversation before, Message next, Instant now) {
    Conversation.Question after = questionAfter(before, next);
    boolean asks = next.answerBy() != null;
    Stream<Part<NotSaved>> ends =
        after == null || asks ? ending(before, now).stream() : Stream.of();
    Stream<Part<NotSaved>> starts =
        asks
            ? Stream.of(
                holds
                    .starting(
                        Hold.since(before.applicationId(), Hold.Kind.ANSWER, after.cause(), now))
                    .as(begun -> new NotSaved.Overtaken()))
            : Stream.of();
    return Stream.concat(ends, starts).toList();
  }

  /** The hold of what was asked; none where the end of the case has ended it. */
  List<Part<NotSaved>> ending(Conversation before, Instant now) {
    return before.question() == null
        ? List.of()
        : holds
            .of(before.applicationId())
            .open(Hold.Kind.ANSWER)
            .filter(hold -> hold.cause().equals(before.question().cause()))
            .map(hold -> holds.ending(hold, now))
            .map(end -> end.<NotSaved>as(other -> new NotSaved.Overtaken()))
            .toList();
  }
}
