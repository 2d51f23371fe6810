package jp.ishikari.link.staffdirectory;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.edge.Body;

/** A registration as the console sends it. */
final class RegistrationRequest {
  private static final int NAME = 100;
  private static final int ID = 64;
  private static final int MANY = 200;

  private RegistrationRequest() {}

  /**
   * @param account the member's account, which never changes; null reads it from the body
   */
  static Registration read(Body body, String account) {
    return new Registration(
        account == null ? body.text("account", ID) : account,
        body.text("name", NAME),
        set(body, "roles"),
        set(body, "divisions"),
        body.optionalDay("from"),
        body.optionalDay("until"),
        deputy(body));
  }

  private static Registration.Deputy deputy(Body body) {
    String staffId = body.optionalText("deputyFor", ID);
    LocalDate from = body.optionalDay("deputyFrom");
    LocalDate until = body.optionalDay("deputyUntil");
    return staffId == null ? null : new Registration.Deputy(staffId, from, until);
  }

  private static Set<String> set(Body body, String name) {
    return new LinkedHashSet<>(body.texts(name, MANY));
  }
}
