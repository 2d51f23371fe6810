package jp.ishikari.link.payments;

import java.util.Map;
import java.util.stream.Collectors;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.DivisionStore;

/** What divisions are called. */
record DivisionNames(DivisionStore divisions) {

  Map<String, String> byId() {
    return divisions.all().stream().collect(Collectors.toMap(Division::divisionId, Division::name));
  }
}
