package jp.ishikari.link.conversations.store;

import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;

/** Keeps the sentences (定型文) of each division, and every one of their revisions. */
public interface SentenceStore {

  /** As they stand (consistent). */
  default Sentences of(String divisionId) {
    return newest(divisionId, 1).stream().findFirst().orElse(Sentences.NONE);
  }

  /** The newest revisions, newest first. */
  List<Sentences> newest(String divisionId, int most);

  /** The next revision; overtaken when there is one of that number. */
  Outcome<NotSaved, Sentences> save(String divisionId, Sentences next, Idempotency token);

  Optional<NotSaved> repeated(String token, String bodyHash);
}
