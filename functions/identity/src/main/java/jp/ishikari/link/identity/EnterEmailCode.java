package jp.ishikari.link.identity;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.StoppedAddresses;
import jp.ishikari.link.domain.identity.ConfirmedAddresses;
import jp.ishikari.link.domain.identity.ContactEmail;
import jp.ishikari.link.domain.identity.ContactEmails;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.MailProof;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.forms.EmailAddress;
import jp.ishikari.link.forms.Folding;
import jp.ishikari.link.identity.device.Device;
import jp.ishikari.link.identity.door.Landing;
import jp.ishikari.link.identity.residents.Attaching;
import jp.ishikari.link.identity.residents.ChangingWays;
import jp.ishikari.link.identity.residents.EmailDoor;
import jp.ishikari.link.identity.residents.EmailText;
import jp.ishikari.link.identity.store.Account;
import jp.ishikari.link.identity.store.AccountStore;
import jp.ishikari.link.identity.store.EmailCode;
import jp.ishikari.link.identity.store.EmailCode.Purpose;
import jp.ishikari.link.identity.store.SignInRecord;
import jp.ishikari.link.identity.store.SignInRecords;
import org.jspecify.annotations.Nullable;

/** Takes a code that was sent by mail, for what it was sent for. */
@Contract(request = EnterEmailCode.Typed.class, response = EnterEmailCode.Done.class)
record EnterEmailCode(
    EmailDoor door,
    AccountStore accounts,
    ContactEmails contacts,
    ConfirmedAddresses confirmed,
    StoppedAddresses stopped,
    Attaching attaching,
    ChangingWays changing,
    Landing landing,
    SignInRecords records,
    InstantSource clock)
    implements Operation {

  record Typed(@Limit(max = 30) String code) {}

  /**
   * @param purpose what it was for: the code's own purpose, not what the page believes
   * @param until how long notices may go to the address that was confirmed for them
   */
  record Done(Purpose purpose, @Nullable Instant until) {
    static Done of(Purpose purpose) {
      return new Done(purpose, null);
    }
  }

  @Override
  public Response run(Request request) {
    return Body.read(request, Typed.class, EnterEmailCode::digits)
        .then(typed -> door.entered(request, typed))
        .then(
            code ->
                switch (code.purpose()) {
                  case SIGN_IN -> signIn(request, code);
                  case CONTACT -> keepContact(request, code);
                  case ATTACH -> attach(request, code);
                  case NOTICES -> confirm(request, code);
                })
        .fold(refusal -> refusal, done -> done);
  }

  /** Eight digits, however they were typed; a slip of the keyboard is no guess. */
  private static String digits(Typed sent, Body.Mistakes body) {
    String typed = Folding.code(sent.code());
    if (!typed.isEmpty() && !typed.matches("[0-9]{8}")) {
      body.wrong("code", "format", "確認番号は、数字8桁で入力してください。");
    }
    return typed;
  }

  private Outcome<Response, Response> signIn(Request request, EmailCode code) {
    return door.take(code, new EmailAddress(code.address()))
        .map(
            address -> {
              Instant now = clock.instant();
              Account account =
                  accounts.signIn(door.identity(address), Map.of(), EmailDoor.NAME, now);
              keepFirstContact(account.accountId(), code, now);
              String device = Device.of(request.header("user-agent").orElse(""));
              records.add(
                  new SignInRecord(
                      account.accountId(),
                      now,
                      device,
                      SignInRecord.What.SIGNED_IN,
                      EmailDoor.NAME));
              return landing.start(
                  request,
                  Response.ok(Done.of(Purpose.SIGN_IN)),
                  account.accountId(),
                  false,
                  device);
            });
  }

  private Outcome<Response, Response> attach(Request request, EmailCode code) {
    return owner(request, code)
        .then(owner -> door.take(code, owner))
        .then(
            owner ->
                attaching
                    .attach(
                        owner,
                        EmailDoor.NAME,
                        door.identity(new EmailAddress(code.address())),
                        Map.of(),
                        code.sentAt(),
                        Device.of(request.header("user-agent").orElse("")))
                    // Told to who reads the address, and to nobody before: others do not learn who
                    // has one.
                    .<Outcome<Response, Response>>map(
                        failure -> Outcome.failure(failure.problem().response()))
                    .orElseGet(
                        () -> {
                          keepFirstContact(owner.accountId(), code, clock.instant());
                          return Outcome.success(Response.ok(Done.of(Purpose.ATTACH)));
                        }));
  }

  /** Who asked for the code, when they are still signed in here. */
  private static Outcome<Response, Caller.Resident> owner(Request request, EmailCode code) {
    return request.caller() instanceof Caller.Resident resident
            && resident.accountId().equals(code.accountId())
        ? Outcome.success(resident)
        : Outcome.failure(Problem.SIGN_IN_REQUIRED.response());
  }

  /** Whoever it is, in this browser: it opens no account and becomes nobody's address. */
  private Outcome<Response, Response> confirm(Request request, EmailCode code) {
    MailProof proof = MailProof.toGive(request, door.cookies());
    Instant until = clock.instant().plus(MailProof.LIFE).truncatedTo(ChronoUnit.SECONDS);
    return door.take(code, new EmailAddress(code.address()))
        .then(
            address -> {
              stopped.wasRead(address.text());
              if (stopped.isStopped(address.text())) {
                return Outcome.failure(
                    Problem.RULE_VIOLATED.response(
                        "このアドレスは、市役所からのメールを迷惑メールとする申告があったため、お知らせを送れません。"
                            + "ほかのアドレスを入力するか、メールなしで申請してください。"));
              }
              confirmed.confirm(proof.name(address), address.text(), until);
              return Outcome.success(
                  Response.ok(new Done(Purpose.NOTICES, until))
                      .with("Set-Cookie", proof.setCookie(door.cookies())));
            });
  }

  private Outcome<Response, Response> keepContact(Request request, EmailCode code) {
    // The card may have been attached, or the session changed, since the code was asked for.
    return owner(request, code)
        .then(
            owner ->
                changing
                    .unproven(owner)
                    .<Outcome<Response, Caller.Resident>>map(
                        failure -> Outcome.failure(failure.problem().response()))
                    .orElseGet(() -> Outcome.success(owner)))
        .then(owner -> keepContact(owner, code));
  }

  private Outcome<Response, Response> keepContact(Caller.Resident resident, EmailCode code) {
    Optional<ContactEmail> before = contacts.of(resident.accountId());
    // Told first: who cannot be told now can try again, as the code is still good.
    before
        .map(ContactEmail::address)
        .filter(address -> !folded(address).equals(folded(code.address())))
        .ifPresent(address -> door.post(address, EmailText.replaced(door.siteName())));
    return door.take(code, contact(code, clock.instant()))
        .then(
            after ->
                contacts.replace(resident.accountId(), before.orElse(null), after)
                    ? Outcome.success(Response.ok(Done.of(Purpose.CONTACT)))
                    : Outcome.failure(Problem.CONFLICT.response()));
  }

  /** The first address that is known to be read is the contact address, until another one is. */
  private void keepFirstContact(String accountId, EmailCode code, Instant now) {
    if (contacts.of(accountId).isEmpty()) {
      contacts.replace(accountId, null, contact(code, now));
    }
  }

  private static ContactEmail contact(EmailCode code, Instant now) {
    return new ContactEmail(code.address(), Reception.today(now));
  }

  private static String folded(String address) {
    return new EmailAddress(address).folded();
  }
}
