package jp.ishikari.link.localcloud.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.ishikari.link.localcloud.Engine;
import jp.ishikari.link.localcloud.Settings;
import jp.ishikari.link.localcloud.Settings.Port;
import jp.ishikari.link.localcloud.bus.Bus;
import jp.ishikari.link.localcloud.wire.Json;
import jp.ishikari.link.localcloud.wire.LocalHttp;
import jp.ishikari.link.localcloud.wire.LocalHttp.Answer;
import jp.ishikari.link.localcloud.wire.LocalHttp.Request;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Answers SES v2 SendEmail and shows the inbox. */
public final class Mail implements Engine {
  /** Followed by the id of a mail and what became of it. */
  static final String FEEDBACK = "/feedback/";

  private static final String JSON = "application/json";
  private static final String STYLE_ONLY =
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  private final Settings settings;
  private final Inbox inbox;
  private final Bus bus;
  private LocalHttp http;

  /** Nothing starts yet. */
  public Mail(Settings settings, Inbox inbox, Bus bus) {
    this.settings = settings;
    this.inbox = inbox;
    this.bus = bus;
  }

  @Override
  public String name() {
    return "Mail and text messages";
  }

  @Override
  public void start() throws IOException {
    inbox.open();
    http =
        LocalHttp.start(
            settings.port(Port.MAIL),
            this::answer,
            refusal(500, "InternalServiceErrorException", "The local SES failed; see its log"));
  }

  @Override
  public void close() {
    if (http != null) {
      http.close();
    }
  }

  private Answer answer(Request request) throws IOException {
    // The id of a message is a secret of the page that shows it, so no other page can press these.
    if (request.method().equals("POST") && request.path().startsWith(FEEDBACK)) {
      return feedback(request.path());
    }
    return switch (request.method() + " " + request.path()) {
      case "POST /v2/email/outbound-emails" -> send(request);
      case "GET /" -> page(Answer.text(200, "text/html; charset=utf-8", inboxPage()));
      case "GET /inbox.css" -> page(Answer.text(200, "text/css; charset=utf-8", InboxPage.STYLE));
      case "GET /inbox.json" -> Answer.text(200, JSON, Json.write(inbox.newestFirst()));
      case "DELETE /inbox" -> {
        inbox.empty();
        yield new Answer(204, JSON, Map.of(), new byte[0]);
      }
      default -> refusal(404, "NotFoundException", "The local SES does not know this request");
    };
  }

  private String inboxPage() {
    return InboxPage.of(inbox.newestFirst());
  }

  /** What the reader of a mail, or the server that could not deliver it, would have told. */
  private Answer feedback(String path) {
    var parts = path.substring(FEEDBACK.length()).split("/");
    var message = inbox.find(parts[0]);
    var what = parts.length == 2 ? Feedback.find(parts[1]) : Optional.<Feedback>empty();
    if (message.isEmpty() || what.isEmpty()) {
      return page(Answer.text(404, "text/plain; charset=utf-8", "そのメールはありません。"));
    }
    bus.report("aws.ses", what.get().type(), List.of(), what.get().detail(message.get()));
    return page(new Answer(303, JSON, Map.of("Location", "/"), new byte[0]));
  }

  private static Answer page(Answer answer) {
    return answer
        .with("Content-Security-Policy", STYLE_ONLY)
        .with("X-Content-Type-Options", "nosniff")
        .with("Referrer-Policy", "no-referrer");
  }

  private Answer send(Request request) throws IOException {
    JsonNode body;
    try {
      body = Json.read(request.body());
    } catch (JacksonException e) {
      return refusal(400, "BadRequestException", "The body is not JSON");
    }
    var destination = body.path("Destination");
    var to = texts(destination.path("ToAddresses"));
    var cc = texts(destination.path("CcAddresses"));
    var bcc = texts(destination.path("BccAddresses"));
    var content = body.path("Content");
    var simple = content.path("Simple");
    var raw = content.path("Raw").path("Data").asString("");
    if (!simple.isObject() && raw.isEmpty()) {
      return refusal(400, "BadRequestException", "Content must be Simple or Raw");
    }
    if (simple.isObject()
        && (body.path("FromEmailAddress").asString("").isEmpty()
            || simple.at("/Subject/Data").asString("").isEmpty()
            || simple.path("Body").isEmpty())) {
      return refusal(400, "BadRequestException", "Sender, subject and body are required");
    }
    if (raw.isEmpty() && to.isEmpty() && cc.isEmpty() && bcc.isEmpty()) {
      return refusal(400, "BadRequestException", "At least one recipient is required");
    }
    var id = UUID.randomUUID().toString();
    inbox.keep(
        new KeptMessage(
            id,
            KeptMessage.Kind.MAIL,
            Inbox.now(),
            body.path("FromEmailAddress").asString(""),
            to,
            cc,
            bcc,
            texts(body.path("ReplyToAddresses")),
            simple.at("/Subject/Data").asString(""),
            raw.isEmpty() ? simple.at("/Body/Text/Data").asString("") : source(raw),
            simple.at("/Body/Html/Data").asString(""),
            named(simple.path("Headers")),
            named(body.path("EmailTags")),
            body.path("ConfigurationSetName").asString(settings.mailSet())));
    return Answer.text(200, JSON, Json.write(Map.of("MessageId", id)));
  }

  private static String source(String base64) {
    return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(element -> texts.add(element.asString()));
    return texts;
  }

  private static List<KeptMessage.Named> named(JsonNode array) {
    var named = new ArrayList<KeptMessage.Named>();
    array.forEach(
        element ->
            named.add(
                new KeptMessage.Named(
                    element.path("Name").asString(""), element.path("Value").asString(""))));
    return named;
  }

  private static Answer refusal(int status, String type, String message) {
    return Answer.text(status, JSON, Json.write(Map.of("message", message)))
        .with("x-amzn-ErrorType", type);
  }
}
