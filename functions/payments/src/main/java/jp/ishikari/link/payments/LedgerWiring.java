package jp.ishikari.link.payments;

import java.time.InstantSource;
import java.util.Map;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoDivisionStore;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.payments.settlement.Comparison;
import jp.ishikari.link.payments.store.CashDays;
import jp.ishikari.link.payments.store.DynamoCashDays;
import jp.ishikari.link.payments.store.DynamoLedger;
import jp.ishikari.link.payments.store.DynamoMismatches;
import jp.ishikari.link.payments.store.DynamoOrderStore;
import jp.ishikari.link.payments.store.DynamoSettlements;
import jp.ishikari.link.payments.store.Ledger;
import jp.ishikari.link.payments.store.Mismatches;
import jp.ishikari.link.payments.store.Settlements;

/** What keeping the books is made of. */
record LedgerWiring(Cloud cloud, InstantSource clock) {

  Map<Route, Operation> operations() {
    Ledger ledger = new DynamoLedger(cloud);
    CashDays days = new DynamoCashDays(cloud);
    DivisionNames divisions = new DivisionNames(new DynamoDivisionStore(cloud));
    Closing closing = new Closing(days, DynamoOrderStore.keeping(cloud), divisions, clock);
    Settlements settlements = new DynamoSettlements(cloud);
    Mismatches mismatches = new DynamoMismatches(cloud);
    Comparison comparison = new Comparison(ledger, settlements, mismatches);
    ReadSettlements reading = new ReadSettlements(ledger, settlements, mismatches, clock);
    return Map.of(
        Route.READ_LEDGER,
        new ReadLedger(ledger, days, divisions, clock),
        Route.EXPORT_LEDGER,
        new ExportLedger(ledger, divisions, clock),
        Route.CLOSE_CASH_DAY,
        new CloseCashDay(closing),
        Route.ASK_REOPENING,
        new AskReopening(closing),
        Route.DECIDE_REOPENING,
        new DecideReopening(closing),
        Route.READ_SETTLEMENTS,
        reading,
        Route.RECORD_SETTLEMENT,
        new RecordSettlement(settlements, comparison, clock),
        Route.COMPARE_SETTLEMENTS,
        new CompareSettlements(comparison, reading, ledger, clock),
        Route.CHANGE_MISMATCH,
        new ChangeMismatch(mismatches, DynamoOrderStore.keeping(cloud), clock));
  }
}
