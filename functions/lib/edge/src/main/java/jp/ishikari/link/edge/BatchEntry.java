package jp.ishikari.link.edge;

import com.amazonaws.services.lambda.runtime.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Trigger;
import jp.ishikari.link.domain.CityEvent;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Handles a batch of stream or queue records. A queue is told which messages failed; a stream is
 * told the first that failed, and hands over from there again, so nothing is skipped.
 */
public final class BatchEntry implements EntryFunction {
  private static final Log LOG = Log.of(BatchEntry.class);

  /** Answers the identifiers of the records that are to come again. */
  private final Function<List<JsonNode>, List<String>> handling;

  private BatchEntry(Function<List<JsonNode>, List<String>> handling) {
    this.handling = handling;
  }

  /** {@code consumer} gets the image of each new row; throwing means: later again. */
  public static BatchEntry stream(Entry entry, Consumer<JsonNode> consumer) {
    return streamBatch(
        entry,
        images -> {
          int done = 0;
          for (JsonNode image : images) {
            if (!succeeds(entry, () -> consumer.accept(image))) {
              break;
            }
            done++;
          }
          return done;
        });
  }

  /**
   * {@code consumer} gets the images of all new rows of a batch and answers how many from the start
   * need not come again. Only new rows are handed over, whatever the source filters: what changed
   * or went is nobody's news.
   */
  public static BatchEntry streamBatch(Entry entry, ToIntFunction<List<JsonNode>> consumer) {
    return new BatchEntry(
        records -> {
          List<JsonNode> inserts =
              records.stream()
                  .filter(record -> record.path("eventName").asString("").equals("INSERT"))
                  .toList();
          int[] done = {0};
          succeeds(
              entry,
              () ->
                  done[0] =
                      consumer.applyAsInt(
                          inserts.stream()
                              .map(record -> record.path("dynamodb").path("NewImage"))
                              .toList()));
          return done[0] == inserts.size()
              ? List.of()
              : List.of(inserts.get(done[0]).path("dynamodb").path("SequenceNumber").stringValue());
        });
  }

  /** {@code consumer} gets each message's body as JSON; throwing means: later again. */
  public static BatchEntry messages(Entry entry, Consumer<JsonNode> consumer) {
    return new BatchEntry(
        records -> {
          List<String> failed = new ArrayList<>();
          for (JsonNode record : records) {
            if (!succeeds(entry, () -> consumer.accept(body(record)))) {
              failed.add(messageId(record));
            }
          }
          return failed;
        });
  }

  /**
   * {@code consumer} gets the events of a queue that it declared to take; another one, which the
   * topic should have kept from it, does no harm. Throwing means: later again.
   */
  public static BatchEntry events(Entry entry, Consumer<CityEvent> consumer) {
    return eventBatch(
        entry,
        events -> {
          Set<CityEvent> failed = new LinkedHashSet<>();
          for (CityEvent event : events) {
            if (!succeeds(entry, () -> consumer.accept(event))) {
              failed.add(event);
            }
          }
          return failed;
        });
  }

  /**
   * The same for a consumer that does better with all of a batch at once: each event is in it once,
   * and those that it answers come again.
   */
  public static BatchEntry eventBatch(
      Entry entry, Function<List<CityEvent>, Set<CityEvent>> consumer) {
    Set<EventType> taken = ((Trigger.Messages) entry.trigger()).queue().types();
    return new BatchEntry(
        records -> {
          List<String> failed = new ArrayList<>();
          Map<String, CityEvent> events = new LinkedHashMap<>();
          for (JsonNode record : records) {
            boolean read =
                succeeds(
                    entry,
                    () -> {
                      CityEvent event = CloudEvents.read(body(record));
                      if (taken.contains(event.type())) {
                        events.put(messageId(record), event);
                      }
                    });
            if (!read) {
              failed.add(messageId(record));
            }
          }
          Set<CityEvent> again = new LinkedHashSet<>(events.values());
          List<CityEvent> distinct = List.copyOf(again);
          succeeds(entry, () -> again.retainAll(consumer.apply(distinct)));
          events.forEach(
              (message, event) -> {
                if (again.contains(event)) {
                  failed.add(message);
                }
              });
          return failed;
        });
  }

  private static boolean succeeds(Entry entry, Runnable work) {
    try {
      work.run();
      return true;
    } catch (RuntimeException failure) {
      LOG.error("record failed", failure, Log.fields(LogField.ENTRY), entry);
      return false;
    }
  }

  @Override
  public byte[] handle(byte[] event, Context context) {
    List<JsonNode> records = new ArrayList<>();
    Json.MAPPER.readTree(event).path("Records").forEach(records::add);
    ObjectNode answer = Json.MAPPER.createObjectNode();
    ArrayNode failures = answer.putArray("batchItemFailures");
    handling.apply(records).forEach(id -> failures.addObject().put("itemIdentifier", id));
    return Json.MAPPER.writeValueAsBytes(answer);
  }

  @Override
  public Optional<byte[]> primingEvent() {
    return Optional.of("{\"Records\":[]}".getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode body(JsonNode record) {
    return Json.MAPPER.readTree(record.path("body").stringValue());
  }

  private static String messageId(JsonNode record) {
    return record.path("messageId").stringValue();
  }
}
