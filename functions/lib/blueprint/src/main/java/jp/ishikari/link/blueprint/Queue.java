package jp.ishikari.link.blueprint;

import static jp.ishikari.link.blueprint.EventType.APPLICATION_ACCEPTED;
import static jp.ishikari.link.blueprint.EventType.APPLICATION_CLAIMED;
import static jp.ishikari.link.blueprint.EventType.APPLICATION_COMPLETED;
import static jp.ishikari.link.blueprint.EventType.APPLICATION_CORRECTED;
import static jp.ishikari.link.blueprint.EventType.APPLICATION_REJECTED;
import static jp.ishikari.link.blueprint.EventType.APPLICATION_RETURNED;
import static jp.ishikari.link.blueprint.EventType.APPLICATION_SUBMITTED;
import static jp.ishikari.link.blueprint.EventType.APPLICATION_WITHDRAWN;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Queues, one per consumer of a topic, with the types of events that it takes; the topic keeps all
 * others from it. Each has a dead letter queue and an alarm on it by rule.
 */
public enum Queue implements Resource {
  /** What residents are told of. */
  NOTICES(
      Topic.CITY_EVENTS,
      APPLICATION_SUBMITTED,
      APPLICATION_CORRECTED,
      APPLICATION_WITHDRAWN,
      APPLICATION_CLAIMED,
      APPLICATION_ACCEPTED,
      APPLICATION_RETURNED,
      APPLICATION_REJECTED,
      APPLICATION_COMPLETED);

  /** How often a message is tried before it goes to the dead letter queue. */
  public static final int MAX_RECEIVES = 5;

  private final Topic topic;
  private final Set<EventType> types;

  Queue(Topic topic, EventType... types) {
    this.topic = topic;
    this.types = Collections.unmodifiableSet(EnumSet.copyOf(Arrays.asList(types)));
  }

  /** The topic it is subscribed to, with raw delivery. */
  public Topic topic() {
    return topic;
  }

  /** What it takes. */
  public Set<EventType> types() {
    return types;
  }

  /**
   * What the topic compares before it hands a message over: attribute and the values it may have.
   */
  public Map<String, List<String>> filter() {
    return Map.of(EventType.ATTRIBUTE, types.stream().map(Names::cloudEvent).toList());
  }
}
