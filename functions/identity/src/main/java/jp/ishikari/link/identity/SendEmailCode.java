package jp.ishikari.link.identity;

import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Budget;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.forms.EmailAddress;
import jp.ishikari.link.identity.door.SignInFailure;
import jp.ishikari.link.identity.residents.ChangingWays;
import jp.ishikari.link.identity.residents.EmailDoor;
import jp.ishikari.link.identity.store.EmailCode;
import jp.ishikari.link.identity.store.EmailCode.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * Sends a code to an address: to sign in with it, to be told there about what is applied for next,
 * or to make it the contact address (連絡先メールアドレス) or a way to sign in of the account that is signed
 * in. The answer is the same whoever has the address.
 *
 * @param offered whether one may sign in this way here
 */
@Contract(request = SendEmailCode.Wanted.class, response = SendEmailCode.Sent.class)
record SendEmailCode(EmailDoor door, boolean offered, ChangingWays changing) implements Operation {

  /** The shortest window in which an address is sent one code. */
  private static final Duration PAUSE =
      perAddress().map(Budget::window).min(Comparator.naturalOrder()).orElseThrow();

  /** How long the code is good, and after how long another may be asked for. */
  record Sent(long seconds, long pauseSeconds) {}

  /**
   * @param purpose to sign in when not said
   */
  record Wanted(@Limit(max = 254) String address, @Nullable Purpose purpose) {}

  private record Asked(Optional<EmailAddress> address, Purpose purpose) {}

  @Override
  public Response run(Request request) {
    return Body.read(request, Wanted.class, SendEmailCode::asked)
        .fold(refusal -> refusal, asked -> send(request, asked));
  }

  /** Otherwise anybody could keep codes from an address by asking for what only its owner may. */
  @Override
  public Optional<Response> refusedBeforehand(Request request) {
    return Body.read(request, Wanted.class, SendEmailCode::asked)
        .fold(Optional::of, asked -> refusal(request, asked.purpose()).map(Problem::response));
  }

  @Override
  public Response tooOften(Budget over, Duration wait) {
    return over.payer() == Budget.Payer.EMAIL
        ? Problem.TOO_MANY_REQUESTS.response(
            "確認番号を送れるのは、"
                + perAddress().map(SendEmailCode::said).collect(Collectors.joining("、"))
                + "までです。すでに届いた番号があれば、それを入力してください。")
        : Operation.super.tooOften(over, wait);
  }

  private static Stream<Budget> perAddress() {
    return Route.SEND_EMAIL_CODE.budgets().stream()
        .filter(budget -> budget.payer() == Budget.Payer.EMAIL);
  }

  private static String said(Budget budget) {
    long hours = budget.window().toHours();
    String window = hours > 0 ? hours + "時間" : budget.window().toMinutes() + "分";
    return window + "に" + budget.limit() + "回";
  }

  private Optional<Problem> refusal(Request request, Purpose purpose) {
    // Nobody should read their mail at a terminal that the next visitor uses.
    if (opensAccount(purpose) && (!offered || request.visit().isPresent())) {
      return Optional.of(Problem.NOT_FOUND);
    }
    if (!forAccount(purpose)) {
      return Optional.empty();
    }
    if (!(request.caller() instanceof Caller.Resident resident)) {
      return Optional.of(Problem.SIGN_IN_REQUIRED);
    }
    Optional<SignInFailure> refused =
        opensAccount(purpose) ? changing.refused(resident) : changing.unproven(resident);
    return refused.map(SignInFailure::problem);
  }

  /** Whether whoever reads the address gets into an account by it. */
  private static boolean opensAccount(Purpose purpose) {
    return switch (purpose) {
      case SIGN_IN, ATTACH -> true;
      case CONTACT, NOTICES -> false;
    };
  }

  /** Whether the address is to become the account's that is signed in. */
  private static boolean forAccount(Purpose purpose) {
    return switch (purpose) {
      case CONTACT, ATTACH -> true;
      case SIGN_IN, NOTICES -> false;
    };
  }

  private Response send(Request request, Asked asked) {
    return door.send(
        request,
        asked.address().orElseThrow(),
        asked.purpose(),
        forAccount(asked.purpose()) ? request.resident().accountId() : null,
        new Sent(EmailCode.LIFE.toSeconds(), PAUSE.toSeconds()));
  }

  private static Asked asked(Wanted wanted, Body.Mistakes body) {
    String typed = wanted.address().strip();
    Optional<EmailAddress> address = EmailAddress.read(typed);
    // What is missing or no text was told already.
    if (address.isEmpty() && !typed.isEmpty()) {
      body.wrong("address", "email", "メールアドレスを「name@example.jp」の形で入力してください。");
    }
    return new Asked(address, Objects.requireNonNullElse(wanted.purpose(), Purpose.SIGN_IN));
  }
}
