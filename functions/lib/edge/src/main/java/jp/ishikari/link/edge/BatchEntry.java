package jp.ishikari.link.edge;

import com.amazonaws.services.lambda.runtime.Context;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Trigger;
import jp.ishikari.link.domain.CityEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Handles a batch of stream or queue records one by one. A queue is told which messages failed; a
 * stream is told the first that failed, and hands over from there again, so nothing is skipped.
 */
public final class BatchEntry implements EntryFunction {
  private static final Log LOG = Log.of(BatchEntry.class);

  private final Entry entry;
  private final boolean stopAtFailure;
  private final Consumer<JsonNode> consumer;

  private BatchEntry(Entry entry, boolean stopAtFailure, Consumer<JsonNode> consumer) {
    this.entry = entry;
    this.stopAtFailure = stopAtFailure;
    this.consumer = consumer;
  }

  /** {@code consumer} gets each record's {@code dynamodb} image; throwing means: later again. */
  public static BatchEntry stream(Entry entry, Consumer<JsonNode> consumer) {
    return new BatchEntry(
        entry, true, record -> consumer.accept(record.path("dynamodb").path("NewImage")));
  }

  /** {@code consumer} gets each message's body as JSON; throwing means: later again. */
  public static BatchEntry messages(Entry entry, Consumer<JsonNode> consumer) {
    return new BatchEntry(
        entry,
        false,
        record -> consumer.accept(Json.MAPPER.readTree(record.path("body").stringValue())));
  }

  /**
   * {@code consumer} gets the events of a queue that it declared to take; another one, which the
   * topic should have kept from it, does no harm. Throwing means: later again.
   */
  public static BatchEntry events(Entry entry, Consumer<CityEvent> consumer) {
    Set<EventType> taken = ((Trigger.Messages) entry.trigger()).queue().types();
    return messages(
        entry,
        body -> {
          CityEvent event = CloudEvents.read(body);
          if (taken.contains(event.type())) {
            consumer.accept(event);
          }
        });
  }

  @Override
  public byte[] handle(byte[] event, Context context) {
    ObjectNode answer = Json.MAPPER.createObjectNode();
    ArrayNode failures = answer.putArray("batchItemFailures");
    for (JsonNode record : Json.MAPPER.readTree(event).path("Records")) {
      try {
        consumer.accept(record);
      } catch (RuntimeException failure) {
        LOG.error("record failed", failure, Log.fields(LogField.ENTRY), entry);
        failures.addObject().put("itemIdentifier", identifier(record));
        if (stopAtFailure) {
          break;
        }
      }
    }
    return Json.MAPPER.writeValueAsBytes(answer);
  }

  @Override
  public Optional<byte[]> primingEvent() {
    return Optional.of("{\"Records\":[]}".getBytes(StandardCharsets.UTF_8));
  }

  private String identifier(JsonNode record) {
    return stopAtFailure
        ? record.path("dynamodb").path("SequenceNumber").stringValue()
        : record.path("messageId").stringValue();
  }
}
