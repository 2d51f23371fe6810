package jp.ishikari.link.counter;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.domain.SpokenCode;
import jp.ishikari.link.domain.counter.Terminal;
import jp.ishikari.link.domain.counter.TerminalStore;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * A browser becomes a terminal: with the code that staff were told, and a key that it proves to
 * have. The code counts for one key; with the same key again it is answered the same.
 */
@Contract(request = EnrolTerminal.Sent.class, response = EnrolTerminal.Enrolled.class, status = 201)
record EnrolTerminal(TerminalStore terminals, TerminalProof proofs, InstantSource clock)
    implements Operation {
  /** What registration codes are hashed for. */
  static final String PURPOSE = "terminal";

  static final int PROOF = 2_000;

  /**
   * @param key public, as a JWK
   * @param proof a challenge signed with it
   */
  record Sent(
      @Limit(max = 40) String code, Map<String, Object> key, @Limit(max = PROOF) String proof) {}

  private record Asked(Optional<String> codeHash, ECKey key, String proof) {}

  record Enrolled(String terminalId, String name, String place) {
    static Enrolled of(Terminal t) {
      return new Enrolled(t.terminalId(), t.name(), t.place());
    }
  }

  @Override
  public Response run(Request request) {
    return Body.read(request, Sent.class, EnrolTerminal::checked)
        .fold(
            refusal -> refusal,
            asked ->
                proofs.proves(asked.proof(), asked.key())
                    ? enrol(asked)
                    : Problem.TERMINAL_REFUSED.response());
  }

  private static Asked checked(Sent sent, Body.Mistakes body) {
    Optional<ECKey> key = TerminalProof.key(sent.key());
    if (key.isEmpty()) {
      body.wrong("key", "key", "端末の鍵の形が正しくありません。");
    }
    return new Asked(SpokenCode.hash(PURPOSE, sent.code()), key.orElse(null), sent.proof());
  }

  private Response enrol(Asked asked) {
    Instant now = clock.instant();
    String key = asked.key().toJSONString();
    Optional<Terminal> found =
        asked.codeHash().flatMap(terminals::withCode).filter(t -> now.isBefore(t.codeUntil()));
    if (found.isPresent() && found.get().state() == Terminal.State.WAITING) {
      Terminal next = found.get().enrolled(key, now);
      if (terminals.enrol(next)) {
        return Response.created(Enrolled.of(next));
      }
    }
    return found
        .flatMap(t -> terminals.find(t.terminalId()))
        .filter(t -> key.equals(t.publicKey()))
        .map(t -> Response.created(Enrolled.of(t)))
        .orElseGet(EnrolTerminal::unknown);
  }

  private static Response unknown() {
    return Problem.NOT_FOUND.response("この登録コードは使えません。入力をお確かめください。使い終わったコードと、期限が過ぎたコードは使えません。");
  }
}
