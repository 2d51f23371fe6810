package jp.ishikari.link.casework;

import jp.ishikari.link.edge.Limit;
import org.jspecify.annotations.Nullable;

/**
 * What a clerk searches by; null means not by this. It travels in the body, so that no name is in a
 * URL or log.
 */
record SearchCasesRequest(
    @Nullable @Limit(max = 100) String name,
    @Nullable @Limit(max = 100) String kana,
    @Nullable @Limit(max = 30) String phone,
    @Nullable @Limit(max = 10) String birthDate,
    @Nullable @Limit(max = 20) String receiptNumber) {

  boolean isEmpty() {
    return name == null
        && kana == null
        && phone == null
        && birthDate == null
        && receiptNumber == null;
  }
}
