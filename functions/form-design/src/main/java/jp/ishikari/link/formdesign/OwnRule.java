package jp.ishikari.link.formdesign;

import java.time.Instant;
import jp.ishikari.link.domain.PublicationRule;
import jp.ishikari.link.edge.Caller;
import org.jspecify.annotations.Nullable;

/**
 * The rule of publications as somebody of the division sees it.
 *
 * @param lifting who asked that it be lifted; null for nobody
 */
record OwnRule(boolean secondPerson, @Nullable Lifting lifting) {

  /**
   * @param mine whether the caller asked, who cannot confirm it
   */
  record Lifting(String byName, Instant at, boolean mine) {}

  static OwnRule of(PublicationRule rule, Caller.Staff staff) {
    return new OwnRule(
        rule.secondPerson(),
        rule.lifting()
            .map(one -> new Lifting(one.byName(), one.at(), one.by().equals(staff.staffId())))
            .orElse(null));
  }
}
