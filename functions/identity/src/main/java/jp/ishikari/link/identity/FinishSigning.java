package jp.ishikari.link.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Supplier;
import jp.ishikari.link.blueprint.Budget;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.domain.signing.Signature;
import jp.ishikari.link.domain.signing.SigningRequest;
import jp.ishikari.link.domain.signing.SigningStore;
import jp.ishikari.link.edge.CanonicalJson;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.identity.door.Doorkeeper;
import jp.ishikari.link.identity.door.Pages;
import jp.ishikari.link.identity.door.SignInFailure;
import jp.ishikari.link.identity.signing.EvidenceKeeping;
import jp.ishikari.link.identity.signing.SigningParty;
import jp.ishikari.link.identity.store.AccountStore;
import jp.ishikari.link.identity.store.CertificateStore;
import jp.ishikari.link.identity.store.KnownCertificate;
import jp.ishikari.link.identity.store.ResidentKeys;
import jp.ishikari.link.identity.store.SignIn;
import jp.ishikari.link.signature.BasicData;
import jp.ishikari.link.signature.Comparison;
import jp.ishikari.link.signature.Purpose;
import jp.ishikari.link.signature.Reason;
import jp.ishikari.link.signature.SignatureVerifier;
import jp.ishikari.link.signature.Signer;
import jp.ishikari.link.signature.Verdict;

/** Takes a resident back with a signature, verifies it, and notes what it proves. */
@Contract(response = Contract.Page.class)
record FinishSigning(
    Doorkeeper doorkeeper,
    SigningParty party,
    String provider,
    ResidentKeys keys,
    AccountStore accounts,
    SigningStore requests,
    CertificateStore certificates,
    Supplier<SignatureVerifier> verifier,
    EvidenceKeeping keeping,
    InstantSource clock)
    implements Operation {

  @Override
  public Response tooOften(Budget over, Duration wait) {
    return Pages.notSigned(SignInFailure.TOO_OFTEN, "/");
  }

  @Override
  public Response run(Request request) {
    return doorkeeper
        .back(request)
        .fold(
            lost -> {
              if (lost.signing() != null) {
                remember(lost.signing().accountId(), found(lost.reason()), null);
              }
              return Pages.notSigned(lost.reason(), lost.returnTo());
            },
            came -> {
              SignIn.Signing signing = came.signIn().signing();
              if (signing == null) {
                return Pages.notSigned(SignInFailure.UNKNOWN_OR_REPEATED, "/");
              }
              String page = came.signIn().returnTo();
              return party
                  .result(came.code(), came.signIn())
                  .then(result -> note(signing, result))
                  .fold(failure -> Pages.notSigned(failure, page), done -> Pages.goOn(page, "続ける"));
            });
  }

  Outcome<SignInFailure, SigningRequest> note(SignIn.Signing signing, SigningParty.Result result) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    boolean theirs =
        accounts
            .accountOf(keys.identityOf(provider, result.subject()))
            .filter(signing.accountId()::equals)
            .isPresent();
    if (!theirs) {
      return Outcome.failure(SignInFailure.OTHER_PERSON);
    }
    Optional<SigningRequest> standing =
        requests
            .find(signing.accountId(), signing.matter(), now)
            .filter(r -> r.signingRequestId().equals(signing.signingRequestId()));
    if (standing.isEmpty()) {
      return Outcome.failure(SignInFailure.WRITTEN_ANEW);
    }
    SigningRequest judged = judge(standing.get(), result, now);
    return requests.note(judged)
        ? Outcome.success(judged)
        : Outcome.failure(SignInFailure.WRITTEN_ANEW);
  }

  private SigningRequest judge(SigningRequest asked, SigningParty.Result result, Instant now) {
    byte[] content = CanonicalJson.of(asked.content());
    Verdict verdict = verifier.get().verify(result.signed(), content, Purpose.SIGNATURE, now);
    return switch (verdict) {
      case Verdict.Refused(var reason) -> {
        remember(asked.accountId(), found(reason), null);
        yield asked.refused(reason.name());
      }
      case Verdict.Valid(Signer signer) ->
          taken(asked, content, result, signer, Signature.Revocation.GOOD, now);
      case Verdict.Unconfirmed(Signer signer, var question) ->
          taken(
              asked,
              content,
              result,
              signer,
              switch (question) {
                case UNKNOWN -> Signature.Revocation.UNKNOWN;
                case NOT_CHECKED -> Signature.Revocation.NOT_CHECKED;
              },
              now);
    };
  }

  /** For the next time: so that somebody is told before a long form. */
  private void remember(
      String accountId, Optional<KnownCertificate.Finding> found, LocalDate validUntil) {
    found.ifPresent(
        finding ->
            certificates.note(
                accountId,
                new KnownCertificate.Trial(
                    finding, validUntil, clock.instant().truncatedTo(ChronoUnit.MILLIS))));
  }

  private static Optional<KnownCertificate.Finding> found(SignInFailure failure) {
    return switch (failure) {
      case SIGNING_PASSWORD_LOCKED -> Optional.of(KnownCertificate.Finding.PASSWORD_LOCKED);
      case NO_SIGNING_CERTIFICATE -> Optional.of(KnownCertificate.Finding.NOT_ON_CARD);
      default -> Optional.empty();
    };
  }

  private static Optional<KnownCertificate.Finding> found(Reason reason) {
    return switch (reason) {
      case EXPIRED -> Optional.of(KnownCertificate.Finding.EXPIRED);
      case REVOKED -> Optional.of(KnownCertificate.Finding.REVOKED);
      default -> Optional.empty();
    };
  }

  private SigningRequest taken(
      SigningRequest asked,
      byte[] content,
      SigningParty.Result result,
      Signer signer,
      Signature.Revocation revocation,
      Instant now) {
    remember(
        asked.accountId(),
        Optional.of(KnownCertificate.Finding.USABLE),
        Reception.today(signer.notAfter()));
    String digest = CanonicalJson.digest(asked.content());
    BasicData card = signer.basicData().orElseThrow();
    return asked.with(
        new Signature(
            digest,
            revocation,
            now,
            new Signature.Card(
                card.markedName(), card.markedAddress(), card.birthDate().orElse(null), card.sex()),
            Comparison.of(asked.claimed(), card)),
        keeping.of(content, digest, result.signed(), signer, provider));
  }
}
