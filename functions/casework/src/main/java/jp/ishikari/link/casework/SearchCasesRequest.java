package jp.ishikari.link.casework;

import java.util.List;
import jp.ishikari.link.domain.Applicant;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Problem;
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

  /** Why nothing can be searched by it; empty when something can. */
  List<Problem.FieldError> wrong() {
    if (name == null
        && kana == null
        && phone == null
        && birthDate == null
        && receiptNumber == null) {
      return List.of(new Problem.FieldError("name", "required", "検索する内容を入力してください。"));
    }
    return kana == null || Applicant.hasBeginning(kana)
        ? List.of()
        : List.of(
            new Problem.FieldError(
                "kana", "length", "フリガナは、はじめの" + Applicant.KANA_START + "文字以上を入力してください。"));
  }
}
