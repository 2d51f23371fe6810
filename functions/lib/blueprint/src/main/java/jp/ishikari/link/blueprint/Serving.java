package jp.ishikari.link.blueprint;

import java.util.stream.Stream;

/** Which function serves what of a capability: the one that an API triggers. */
final class Serving {
  private Serving() {}

  static Entry entry(Capability capability, Api api) {
    return Stream.of(Entry.values())
        .filter(entry -> entry.capability() == capability)
        .filter(entry -> entry.trigger().equals(new Trigger.Http(api)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("declare " + capability + "_" + api));
  }
}
