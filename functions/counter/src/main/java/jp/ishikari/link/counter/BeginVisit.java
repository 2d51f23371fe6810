package jp.ishikari.link.counter;

import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import jp.ishikari.link.domain.counter.Terminal;
import jp.ishikari.link.domain.counter.TerminalStore;
import jp.ishikari.link.domain.counter.Visit;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Cookies;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.edge.Secrets;

/**
 * Begins a visit at a registered terminal, which proves that it has its key. The visit before it in
 * the same browser ends. Whatever is wrong, the answer is the same.
 */
@Contract(request = BeginVisit.Asked.class, response = ReadVisit.Shown.class, status = 201)
record BeginVisit(
    TerminalStore terminals,
    TerminalProof proofs,
    Visits visits,
    Duration lasts,
    InstantSource clock)
    implements Operation {

  /**
   * @param proof a challenge signed with the terminal's key
   */
  record Asked(
      @Limit(max = 64) String terminalId, @Limit(max = EnrolTerminal.PROOF) String proof) {}

  @Override
  public Response run(Request request) {
    return Body.read(request, Asked.class)
        .fold(
            refusal -> refusal,
            asked ->
                terminals
                    .find(asked.terminalId())
                    .filter(t -> t.state() == Terminal.State.IN_USE)
                    .filter(t -> proofs.proves(asked.proof(), key(t)))
                    .map(t -> begin(request, t))
                    .orElseGet(Problem.TERMINAL_REFUSED::response));
  }

  private Response begin(Request request, Terminal terminal) {
    visits.endEarlier(request);
    String secret = Secrets.draw();
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Visit visit = Visit.begun(Secrets.hash(secret), terminal, now, now.plus(lasts));
    visits.store().begin(visit);
    terminals.seen(terminal.terminalId(), now);
    // A browser whose last request to end never arrived still has the cookies of that visitor.
    return visits
        .withoutTraces(request, Response.created(ReadVisit.Shown.of(visit)))
        .with("Set-Cookie", visits.cookies().set(Cookies.VISIT, secret, lasts));
  }

  private static ECKey key(Terminal terminal) {
    try {
      return ECKey.parse(terminal.publicKey());
    } catch (ParseException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
