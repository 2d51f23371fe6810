package jp.ishikari.link.notices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Mail;
import jp.ishikari.link.domain.NoticeId;
import jp.ishikari.link.domain.UndeliveredNotice.Why;
import tools.jackson.databind.JsonNode;

/**
 * What the mail service reports about one mail of ours.
 *
 * @param addresses of whom it is told
 * @param notice which notice it was; empty for other mail, such as codes
 */
record MailReport(Why why, List<String> addresses, Instant at, Optional<NoticeId> notice) {

  /**
   * Of an event of the bus.
   *
   * @throws IllegalArgumentException when it is no report; it says nothing of what stood in it
   */
  static MailReport read(JsonNode event) {
    JsonNode detail = event.path("detail");
    return switch (detail.path("eventType").asString("")) {
      case "Bounce" -> {
        JsonNode bounce = detail.path("bounce");
        // A transient one is told when the service has given up.
        boolean forGood = bounce.path("bounceType").asString("").equals("Permanent");
        yield of(
            forGood ? Why.NO_SUCH_ADDRESS : Why.NOT_TAKEN, bounce, "bouncedRecipients", detail);
      }
      case "Complaint" ->
          of(Why.UNWANTED, detail.path("complaint"), "complainedRecipients", detail);
      default -> throw new IllegalArgumentException("not a report about mail");
    };
  }

  private static MailReport of(Why why, JsonNode told, String recipients, JsonNode detail) {
    List<String> addresses = new ArrayList<>();
    for (JsonNode recipient : told.path(recipients)) {
      addresses.add(address(recipient.path("emailAddress").asString("")));
    }
    if (addresses.isEmpty() || addresses.contains("") || !told.path("timestamp").isString()) {
      throw new IllegalArgumentException("a report without address or time");
    }
    return new MailReport(
        why, addresses, Instant.parse(told.path("timestamp").stringValue()), notice(detail));
  }

  /** Some servers answer with the name in front: {@code "…" <address>}. */
  private static String address(String told) {
    int open = told.lastIndexOf('<');
    return open >= 0 && told.endsWith(">") ? told.substring(open + 1, told.length() - 1) : told;
  }

  private static Optional<NoticeId> notice(JsonNode detail) {
    return detail
        .path("mail")
        .path("headers")
        .valueStream()
        .filter(header -> header.path("name").asString("").equalsIgnoreCase(Mail.NOTICE_HEADER))
        .findFirst()
        .flatMap(header -> NoticeId.read(header.path("value").asString("")));
  }

  /** Whether nothing more may be sent there. */
  boolean stops() {
    return why != Why.NOT_TAKEN;
  }
}
