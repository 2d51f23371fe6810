package jp.ishikari.link.notices;

import java.util.function.Consumer;
import jp.ishikari.link.domain.StoppedAddresses;
import jp.ishikari.link.domain.UndeliveredNotice;
import jp.ishikari.link.domain.UndeliveredNotices;
import tools.jackson.databind.JsonNode;

/**
 * What the mail service reports: nothing more goes to an address that does not exist or does not
 * want it, and the clerk and the applicant see which notice did not arrive. The same report again
 * changes nothing.
 */
record TakeMailFeedback(StoppedAddresses stopped, UndeliveredNotices undelivered)
    implements Consumer<JsonNode> {

  @Override
  public void accept(JsonNode event) {
    MailReport report = MailReport.read(event);
    if (report.stops()) {
      report.addresses().forEach(address -> stopped.stop(address, report.why(), report.at()));
    }
    report
        .notice()
        .map(notice -> new UndeliveredNotice(notice, report.at(), report.why()))
        .ifPresent(undelivered::add);
  }
}
