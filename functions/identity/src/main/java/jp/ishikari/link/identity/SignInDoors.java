package jp.ishikari.link.identity;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.ishikari.link.edge.Request;

/** A door for each way to sign in. */
record SignInDoors(Map<String, Door> byName) {

  record Door(SignInWay way, Doorkeeper keeper) {}

  /**
   * @param keeper of a way; each has a cookie of its own, so that what began at one provider cannot
   *     end at another
   */
  static SignInDoors of(SignInWays ways, Function<SignInWay, Doorkeeper> keeper) {
    return new SignInDoors(
        ways.all().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    SignInWay::name, way -> new Door(way, keeper.apply(way)))));
  }

  /** The one that a request's path names. */
  Optional<Door> named(Request request) {
    return Optional.ofNullable(byName.get(request.path().get("provider")));
  }
}
