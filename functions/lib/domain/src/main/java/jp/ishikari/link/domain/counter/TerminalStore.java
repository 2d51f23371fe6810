package jp.ishikari.link.domain.counter;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;

/** Keeps terminals. */
public interface TerminalStore {

  /** Every terminal, also revoked ones, by id; may lag behind by a moment. */
  List<Terminal> all();

  Optional<Terminal> find(String terminalId);

  /** The terminal whose latest registration code has this hash. */
  Optional<Terminal> withCode(String codeHash);

  /** What staff do: only over the revision before, with the token, in one transaction. */
  Outcome<NotSaved, Terminal> save(Terminal next, Idempotency token);

  /** What the terminal does: only over the revision before; false when somebody was first. */
  boolean enrol(Terminal next);

  /** A visit begins there. Whoever has read the terminal before saves it without losing that. */
  void seen(String terminalId, Instant at);

  /** What became of an earlier request with this token, if there was one. */
  Optional<NotSaved> repeated(String token, String bodyHash);
}
