package jp.ishikari.link.blueprint;

/** Topics. Messages are CloudEvents 1.0 JSON: ids and versions, never answers. */
public enum Topic implements Resource {
  CITY_EVENTS
}
