package jp.ishikari.link.documents;

import com.amazonaws.services.lambda.runtime.Context;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import jp.ishikari.link.documents.store.CaseDocument;
import jp.ishikari.link.documents.store.DocumentStore;
import jp.ishikari.link.documents.store.PrintList;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Json;
import jp.ishikari.link.edge.Log;
import jp.ishikari.link.edge.LogField;

/**
 * Puts onto the print list what was to be read and was not by its day. Of what was opened
 * meanwhile, or holds no more, nothing is printed; what took its place without a day of its own
 * goes the same way.
 */
record WatchUnread(DocumentStore documents, PrintList list, InstantSource clock)
    implements EntryFunction {
  private static final Log LOG = Log.of(WatchUnread.class);

  /** Whatever is left over has its turn the next time. */
  private static final int LIMIT = 200;

  private record Watched(int added) {}

  @Override
  public byte[] handle(byte[] event, Context context) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    int added = 0;
    for (PrintList.Letter letter : list.overdue(Reception.today(now), LIMIT)) {
      try {
        if (!unread(letter)) {
          list.forget(letter);
        } else if (list.add(letter, now)) {
          added++;
        }
      } catch (RuntimeException failed) {
        // It is due again the next time; the others must not wait for it.
        LOG.error("letter not looked after", failed, Log.fields());
      }
    }
    if (added > 0) {
      LOG.info("letters put onto the print list", Log.fields(LogField.COUNT), added);
    }
    return Json.MAPPER.writeValueAsBytes(new Watched(added));
  }

  private boolean unread(PrintList.Letter letter) {
    return documents
        .of(letter.applicationId())
        .reaching(letter.documentId())
        .filter(one -> one.state() == CaseDocument.State.ISSUED)
        .filter(one -> one.standing().openedAt() == null)
        .isPresent();
  }
}
