package jp.ishikari.link.payments.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Keeps what gateways' settlement files say. */
public interface Settlements {

  /** Keeps a line; what stood there already under its name, which stays, else nothing. */
  Optional<SettlementLine> keep(SettlementLine line);

  /** Of one gateway on one day (consistent). */
  List<SettlementLine> of(String gateway, LocalDate day);
}
