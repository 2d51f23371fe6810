package jp.ishikari.link.localcloud.topics;

import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.ishikari.link.localcloud.Engine;
import jp.ishikari.link.localcloud.Settings;
import jp.ishikari.link.localcloud.Settings.Port;
import jp.ishikari.link.localcloud.mail.Inbox;
import jp.ishikari.link.localcloud.wire.LocalHttp;
import jp.ishikari.link.localcloud.wire.LocalHttp.Answer;
import jp.ishikari.link.localcloud.wire.LocalHttp.Request;

/** Answers the SNS actions. */
public final class Topics implements Engine {
  private static final int MOST_IN_BATCH = 10;

  private final Settings settings;
  private final Inbox inbox;
  private TopicBook book;
  private QueueDelivery delivery;
  private LocalHttp http;

  /**
   * @param inbox takes the messages that are sent to a phone number
   */
  public Topics(Settings settings, Inbox inbox) {
    this.settings = settings;
    this.inbox = inbox;
  }

  @Override
  public String name() {
    return "SNS";
  }

  @Override
  public void start() throws IOException {
    book = new TopicBook(settings.data().resolve("topics.json"));
    delivery = new QueueDelivery(settings);
    http =
        LocalHttp.start(
            settings.port(Port.SNS),
            this::answer,
            XmlAnswer.error(500, "InternalError", "The local SNS failed; see its log"));
  }

  @Override
  public void close() {
    if (http != null) {
      http.close();
      delivery.close();
    }
  }

  private Answer answer(Request request) throws IOException {
    try {
      return answer(QueryForm.parse(request.text()));
    } catch (Refusal refusal) {
      return XmlAnswer.error(refusal.status(), refusal.code(), refusal.getMessage());
    }
  }

  private Answer answer(QueryForm form) throws IOException {
    var action = form.find("Action").orElse("");
    return switch (action) {
      case "CreateTopic" -> createTopic(form);
      case "DeleteTopic" -> {
        book.delete(form.need("TopicArn"));
        yield XmlAnswer.result(action, xml -> {});
      }
      case "ListTopics" ->
          XmlAnswer.result(
              action,
              xml ->
                  xml.element(
                      "Topics",
                      list ->
                          book.topics()
                              .forEach(
                                  topic ->
                                      list.element(
                                          "member", one -> one.text("TopicArn", topic.arn())))));
      case "GetTopicAttributes" -> topicAttributes(form.need("TopicArn"));
      case "Subscribe" -> subscribe(form);
      case "Unsubscribe" -> {
        book.unsubscribe(form.need("SubscriptionArn"));
        yield XmlAnswer.result(action, xml -> {});
      }
      case "ListSubscriptionsByTopic" -> listSubscriptions(form.need("TopicArn"));
      case "GetSubscriptionAttributes" -> subscriptionAttributes(form.need("SubscriptionArn"));
      case "SetSubscriptionAttributes" -> setSubscriptionAttribute(form);
      case "Publish" -> publish(form);
      case "PublishBatch" -> publishBatch(form);
      default -> XmlAnswer.error(400, "InvalidAction", "The local SNS does not know " + action);
    };
  }

  private Answer createTopic(QueryForm form) throws IOException {
    var name = form.need("Name");
    if (!name.matches("[A-Za-z0-9_-]{1,256}|[A-Za-z0-9_-]{1,251}\\.fifo")) {
      throw Refusal.invalid("Topic Name");
    }
    var arn = "arn:aws:sns:" + settings.region() + ":" + Settings.ACCOUNT + ":" + name;
    var topic = book.create(arn, form.map("Attributes"));
    return XmlAnswer.result("CreateTopic", xml -> xml.text("TopicArn", topic.arn()));
  }

  private Answer topicAttributes(String arn) {
    var attributes = new LinkedHashMap<>(book.topic(arn).attributes());
    attributes.put("TopicArn", arn);
    attributes.put("Owner", Settings.ACCOUNT);
    attributes.put("SubscriptionsPending", "0");
    attributes.put("SubscriptionsDeleted", "0");
    attributes.put("SubscriptionsConfirmed", String.valueOf(book.subscriptionsOf(arn).size()));
    return XmlAnswer.result("GetTopicAttributes", xml -> xml.map("Attributes", attributes));
  }

  private Answer subscribe(QueryForm form) throws IOException {
    if (!form.need("Protocol").equals("sqs")) {
      throw Refusal.invalid("Protocol: the local SNS delivers to sqs only");
    }
    var queue = form.need("Endpoint");
    if (!queue.matches("arn:aws:sqs:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_.-]{1,80}")) {
      throw Refusal.invalid("SQS endpoint ARN");
    }
    var attributes = form.map("Attributes");
    check(attributes);
    var made = book.subscribe(form.need("TopicArn"), queue, attributes);
    return XmlAnswer.result("Subscribe", xml -> xml.text("SubscriptionArn", made.arn()));
  }

  private static void check(Map<String, String> attributes) {
    var scope = TopicBook.Subscription.scope(attributes);
    attributes.forEach(
        (name, value) -> {
          var good =
              switch (name) {
                case "RawMessageDelivery" -> value.matches("true|false");
                case "FilterPolicyScope" -> value.matches("MessageAttributes|MessageBody");
                case "FilterPolicy" -> FilterPolicy.parse(value, scope) != null;
                case "RedrivePolicy" -> true;
                default -> false;
              };
          if (!good) {
            throw Refusal.invalid("Attributes Reason: " + name);
          }
        });
  }

  private Answer listSubscriptions(String topic) {
    var subscriptions = book.subscriptionsOf(topic);
    return XmlAnswer.result(
        "ListSubscriptionsByTopic",
        xml ->
            xml.element(
                "Subscriptions",
                list ->
                    subscriptions.forEach(
                        one ->
                            list.element(
                                "member",
                                member ->
                                    member
                                        .text("TopicArn", one.topic())
                                        .text("Protocol", "sqs")
                                        .text("SubscriptionArn", one.arn())
                                        .text("Owner", Settings.ACCOUNT)
                                        .text("Endpoint", one.queue())))));
  }

  private Answer subscriptionAttributes(String arn) {
    var subscription = book.subscription(arn);
    var attributes = new LinkedHashMap<>(subscription.attributes());
    attributes.putIfAbsent("RawMessageDelivery", "false");
    attributes.put("SubscriptionArn", arn);
    attributes.put("TopicArn", subscription.topic());
    attributes.put("Protocol", "sqs");
    attributes.put("Endpoint", subscription.queue());
    attributes.put("Owner", Settings.ACCOUNT);
    attributes.put("PendingConfirmation", "false");
    return XmlAnswer.result("GetSubscriptionAttributes", xml -> xml.map("Attributes", attributes));
  }

  private Answer setSubscriptionAttribute(QueryForm form) throws IOException {
    var arn = form.need("SubscriptionArn");
    var attributes = new LinkedHashMap<>(book.subscription(arn).attributes());
    var value = form.find("AttributeValue").orElse("");
    if (value.isEmpty() || value.equals("{}")) {
      attributes.remove(form.need("AttributeName"));
    } else {
      attributes.put(form.need("AttributeName"), value);
    }
    check(attributes);
    book.set(arn, attributes);
    return XmlAnswer.result("SetSubscriptionAttributes", xml -> {});
  }

  private Answer publish(QueryForm form) throws IOException {
    var phone = form.find("PhoneNumber");
    if (phone.isPresent()) {
      var id = inbox.keepSms(phone.get(), form.need("Message"), senderOf(form));
      return XmlAnswer.result("Publish", xml -> xml.text("MessageId", id));
    }
    var arn =
        form.find("TopicArn")
            .or(() -> form.find("TargetArn"))
            .orElseThrow(() -> Refusal.invalid("TopicArn or PhoneNumber is required"));
    var message = Message.of(form, book.topic(arn));
    fanOut(arn, message);
    return XmlAnswer.result("Publish", xml -> xml.text("MessageId", message.id()));
  }

  private static String senderOf(QueryForm form) {
    var sender = form.messageAttributes().get("AWS.SNS.SMS.SenderID");
    return sender == null ? "" : sender.value();
  }

  private Answer publishBatch(QueryForm form) {
    var arn = form.need("TopicArn");
    var topic = book.topic(arn);
    var entries = form.members("PublishBatchRequestEntries.member");
    if (entries.isEmpty()) {
      throw Refusal.of("EmptyBatchRequest", "The batch request doesn't contain any entries");
    }
    if (entries.size() > MOST_IN_BATCH) {
      throw Refusal.of("TooManyEntriesInBatchRequest", "The batch contains more than 10 entries");
    }
    var ids = new HashSet<String>();
    if (!entries.stream().allMatch(entry -> ids.add(entry.need("Id")))) {
      throw Refusal.of("BatchEntryIdsNotDistinct", "Two or more entries have the same Id");
    }
    var sent = new LinkedHashMap<String, String>();
    var failed = new LinkedHashMap<String, Refusal>();
    var messages = new LinkedHashMap<String, Message>();
    for (var entry : entries) {
      try {
        messages.put(entry.need("Id"), Message.of(entry, topic));
      } catch (Refusal refusal) {
        failed.put(entry.need("Id"), refusal);
      }
    }
    for (var subscription : book.subscriptionsOf(arn)) {
      var wanted = new LinkedHashMap<>(messages);
      wanted.values().removeIf(one -> !subscription.wants(one.text(), one.attributes()));
      delivery.deliver(wanted, subscription).forEach(id -> failed.put(id, Refusal.undelivered()));
    }
    messages.forEach(
        (id, message) -> {
          if (!failed.containsKey(id)) {
            sent.put(id, message.id());
          }
        });
    return XmlAnswer.result(
        "PublishBatch",
        xml ->
            xml.element(
                    "Successful",
                    list ->
                        sent.forEach(
                            (id, messageId) ->
                                list.element(
                                    "member",
                                    one -> one.text("Id", id).text("MessageId", messageId))))
                .element("Failed", list -> failed.forEach((id, why) -> failure(list, id, why))));
  }

  private static void failure(XmlAnswer list, String id, Refusal why) {
    list.element(
        "member",
        one ->
            one.text("Id", id)
                .text("Code", why.code())
                .text("Message", why.getMessage())
                .text("SenderFault", String.valueOf(why.status() < 500)));
  }

  /** A failure half-way leaves the message in some queues: consumers bear repetition. */
  private void fanOut(String topic, Message message) {
    for (var subscription : book.subscriptionsOf(topic)) {
      if (subscription.wants(message.text(), message.attributes())) {
        delivery.deliver(message, subscription);
      }
    }
  }
}
