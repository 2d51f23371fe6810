package jp.ishikari.link.local;

import jp.ishikari.link.blueprint.Api;

/** The hosts of the city hall on one machine: a port each from a base. */
record Sites(int basePort) {
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
    return "http://127.0.0.1:" + port(api);
  }

  /** The port of the test control. */
  int controlPort() {
    return basePort + Api.values().length;
  }

  int firstEnginePort() {
    return basePort + 5;
  }
}
