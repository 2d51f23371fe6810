package jp.ishikari.link.applications;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.signing.Signature;
import jp.ishikari.link.domain.signing.SigningRequest;
import jp.ishikari.link.domain.signing.SigningStore;
import jp.ishikari.link.edge.CanonicalJson;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import org.jspecify.annotations.Nullable;

/** What the resident is about to sign, in full, and where it stands. */
@Contract(response = ReadSigningRequest.Shown.class)
record ReadSigningRequest(SigningStore requests, ProcedureStore procedures, InstantSource clock)
    implements Operation {

  /** Where it stands. */
  enum State {
    /** To be signed. */
    OPEN,
    SIGNED,
    /** Signed, yet this procedure takes only what could be looked up. */
    UNCONFIRMED,
    /** The signature was not taken; {@code refusal} says why. */
    REFUSED
  }

  /**
   * @param correction what it corrects; null when it is a new application
   * @param digest SHA-256 of what is signed, hexadecimal
   * @param refusal {@code jp.ishikari.link.signature.Reason}, null unless refused
   * @param different what the card says otherwise than the answers
   */
  record Shown(
      String signingRequestId,
      String procedureId,
      String procedureName,
      int formVersion,
      Map<String, Object> form,
      Map<String, Object> answers,
      @Nullable Integer fee,
      List<SigningRequest.File> files,
      @Nullable String draftId,
      SigningRequest.@Nullable Correction correction,
      Instant frozenAt,
      Instant expiresAt,
      String digest,
      State state,
      @Nullable String refusal,
      List<Signature.Item> different) {}

  @Override
  public Response run(Request request) {
    return requests
        .find(request.resident().accountId(), request.path().get("matter"), clock.instant())
        .flatMap(this::shown)
        .map(Response::ok)
        .orElseGet(Problem.NOT_FOUND::response);
  }

  private Optional<Shown> shown(SigningRequest r) {
    return procedures
        .version(r.procedureId(), r.formVersion())
        .map(
            procedure ->
                new Shown(
                    r.signingRequestId(),
                    r.procedureId(),
                    r.procedureName(),
                    r.formVersion(),
                    procedure.residentForm(),
                    r.answers(),
                    r.fee(),
                    r.files(),
                    r.draftId(),
                    r.correction(),
                    r.frozenAt(),
                    r.expiresAt(),
                    CanonicalJson.digest(r.content()),
                    state(r, procedure),
                    r.refusal(),
                    r.signed() == null ? List.of() : different(r.signed().signature())));
  }

  private static State state(SigningRequest r, Procedure procedure) {
    if (r.signed() == null) {
      return r.refusal() == null ? State.OPEN : State.REFUSED;
    }
    return r.signed().signature().revocation() != Signature.Revocation.GOOD
            && procedure.level() == Procedure.Level.CONFIRMED_SIGNATURE
        ? State.UNCONFIRMED
        : State.SIGNED;
  }

  private static List<Signature.Item> different(Signature signature) {
    return signature.matches().entrySet().stream()
        .filter(item -> item.getValue() == Signature.Match.DIFFERENT)
        .map(Map.Entry::getKey)
        .toList();
  }
}
