package jp.ishikari.link.payments.store;

import java.util.ArrayList;
import java.util.List;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.payment.Order;

/**
 * What a change of a payment adds to its transaction when money came or went: a line of the ledger
 * each, and the cash of the day. So no yen is on record in one place and not in the other.
 */
final class Books {
  private final Cloud cloud;
  private final DynamoLedger ledger;
  private final DynamoCashDays days;

  Books(Cloud cloud) {
    this.cloud = cloud;
    this.ledger = new DynamoLedger(cloud);
    this.days = new DynamoCashDays(cloud);
  }

  /** Whether money came or went. */
  boolean moved(Order before, Order after) {
    return after.receipts().size() != before.receipts().size()
        || after.givenBack() != before.givenBack()
        || after.takenBack() != before.takenBack();
  }

  /** Nothing where no money moved, which is most changes. Not at all where its day is closed. */
  Outcome<NotSaved, List<Part<NotSaved>>> entries(Order before, Order after) {
    if (!moved(before, after)) {
      return Outcome.success(List.of());
    }
    Application application =
        new DynamoApplicationStore(cloud).find(after.applicationId()).orElseThrow();
    List<Part<NotSaved>> parts = new ArrayList<>();
    for (LedgerLine line : LedgerLine.of(before, after, application)) {
      parts.add(ledger.writing(line));
      if (line.cash()) {
        CashDay day = days.find(line.day(), line.divisionId());
        if (!day.open()) {
          // Closed since the day was chosen.
          return Outcome.failure(new NotSaved.Overtaken());
        }
        parts.add(days.next(day, day.with(line)));
      }
    }
    return Outcome.success(parts);
  }
}
