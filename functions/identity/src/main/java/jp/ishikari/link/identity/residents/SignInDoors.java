package jp.ishikari.link.identity.residents;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.identity.door.Doorkeeper;

/** A door for each way to sign in. */
public record SignInDoors(Map<String, Door> byName) {

  public record Door(SignInWay way, Doorkeeper keeper) {}

  /**
   * @param keeper of a way; each has a cookie of its own, so that what began at one provider cannot
   *     end at another
   */
  public static SignInDoors of(SignInWays ways, Function<SignInWay, Doorkeeper> keeper) {
    return new SignInDoors(
        ways.all().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    SignInWay::name, way -> new Door(way, keeper.apply(way)))));
  }

  /** The one that a request's path names. */
  public Optional<Door> named(Request request) {
    return Optional.ofNullable(byName.get(request.path().get("provider")));
  }
}
