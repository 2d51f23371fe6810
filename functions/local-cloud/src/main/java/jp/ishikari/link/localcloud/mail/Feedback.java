package jp.ishikari.link.localcloud.mail;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import jp.ishikari.link.localcloud.Settings;
import jp.ishikari.link.localcloud.wire.Json;
import tools.jackson.databind.node.ObjectNode;

/** What can become of a mail besides being read, as SES reports it on the event bus. */
enum Feedback {
  BOUNCED("届かなかったことにする", "Email Bounced") {
    @Override
    void describe(ObjectNode detail, KeptMessage message, String at) {
      detail.put("eventType", "Bounce");
      var bounce =
          detail
              .putObject("bounce")
              .put("feedbackId", UUID.randomUUID().toString())
              .put("bounceType", "Permanent")
              .put("bounceSubType", "General")
              .put("timestamp", at);
      var recipients = bounce.putArray("bouncedRecipients");
      message
          .to()
          .forEach(
              address ->
                  recipients
                      .addObject()
                      .put("emailAddress", address)
                      .put("action", "failed")
                      .put("status", "5.1.1")
                      .put("diagnosticCode", "smtp; 550 5.1.1 user unknown"));
    }
  },
  COMPLAINED("迷惑メールの申告", "Email Complaint Received") {
    @Override
    void describe(ObjectNode detail, KeptMessage message, String at) {
      detail.put("eventType", "Complaint");
      var complaint =
          detail
              .putObject("complaint")
              .put("feedbackId", UUID.randomUUID().toString())
              .put("complaintFeedbackType", "abuse")
              .put("timestamp", at);
      var recipients = complaint.putArray("complainedRecipients");
      message.to().forEach(address -> recipients.addObject().put("emailAddress", address));
    }
  };

  private final String label;
  private final String type;

  Feedback(String label, String type) {
    this.label = label;
    this.type = type;
  }

  static Optional<Feedback> find(String name) {
    return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
  }

  /** What the button says. */
  String label() {
    return label;
  }

  /** What SES calls it. */
  String type() {
    return type;
  }

  /** What SES says about it. */
  ObjectNode detail(KeptMessage message) {
    var detail = Json.object();
    describe(detail, message, Inbox.now().toString());
    var mail =
        detail
            .putObject("mail")
            .put("timestamp", message.at().toString())
            .put("source", message.from())
            .put("sendingAccountId", Settings.ACCOUNT)
            .put("messageId", message.id())
            .put("headersTruncated", false);
    message.to().forEach(mail.putArray("destination")::add);
    var headers = mail.putArray("headers");
    message
        .headers()
        .forEach(
            header -> headers.addObject().put("name", header.name()).put("value", header.value()));
    var tags = mail.putObject("tags");
    tags.putArray("ses:configuration-set").add(message.configurationSet());
    message.tags().forEach(tag -> tags.putArray(tag.name()).add(tag.value()));
    return detail;
  }

  abstract void describe(ObjectNode detail, KeptMessage message, String at);
}
