package jp.ishikari.link.aws;

import java.nio.charset.StandardCharsets;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.domain.Mail;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.Content;

/** Mail through SES. */
public final class SesMail implements Mail {
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final SesV2Client ses;
  private final String sender;

  public SesMail(Cloud cloud) {
    this.ses = cloud.mail();
    this.sender = cloud.environment().get(Setting.MAIL_SENDER);
  }

  @Override
  public void send(String to, String subject, String body, String noticeId) {
    ses.sendEmail(
        r ->
            r.fromEmailAddress(sender)
                .destination(d -> d.toAddresses(to))
                .content(
                    c ->
                        c.simple(
                            m ->
                                m.subject(text(subject))
                                    .body(b -> b.text(text(body)))
                                    .headers(h -> h.name(NOTICE_HEADER).value(noticeId)))));
  }

  private static Content text(String data) {
    return Content.builder().charset(UTF_8).data(data).build();
  }
}
