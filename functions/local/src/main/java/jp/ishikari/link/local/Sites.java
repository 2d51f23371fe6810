package jp.ishikari.link.local;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jp.ishikari.link.blueprint.Api;

/** The hosts of the city hall on one machine: a port each from a base. */
record Sites(boolean https, int basePort) {
  String portal() {
    return origin(Api.RESIDENT);
  }

  String staff() {
    return origin(Api.STAFF);
  }

  int port(Api api) {
    return basePort + api.ordinal();
  }

  String origin(Api api) {
    return (https ? "https" : "http") + "://127.0.0.1:" + port(api);
  }

  /** The port of the test control. */
  int controlPort() {
    return basePort + Api.values().length;
  }

  int firstEnginePort() {
    return basePort + 5;
  }

  /** Every port and what it is for, in order. */
  Map<Integer, String> ports() {
    Map<Integer, String> ports = new TreeMap<>();
    for (Api api : Api.values()) {
      ports.put(port(api), api.name().toLowerCase(Locale.ROOT));
    }
    ports.put(controlPort(), "control");
    for (String engine : Engines.PORTS) {
      ports.put(firstEnginePort() + Engines.PORTS.indexOf(engine), engine);
    }
    return ports;
  }
}
