package jp.ishikari.link.blueprint;

/** Queues, one per consumer of a topic. Each has a dead letter queue and an alarm on it by rule. */
public enum Queue implements Resource {
  /** What residents are told of. */
  NOTICES(Topic.CITY_EVENTS);

  /** How often a message is tried before it goes to the dead letter queue. */
  public static final int MAX_RECEIVES = 5;

  private final Topic topic;

  Queue(Topic topic) {
    this.topic = topic;
  }

  /** The topic it is subscribed to, with raw delivery. */
  public Topic topic() {
    return topic;
  }
}
