package jp.ishikari.link.identity.residents;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.edge.Environment;

/** The ways that this city offers its residents, the first one first. */
public record SignInWays(List<SignInWay> all) {

  /** A further provider is a class like {@link XidWay}, its settings, and a line here. */
  public static SignInWays of(Environment environment) {
    return new SignInWays(
        Stream.of(
                Optional.of(CardWay.of(environment, callback(environment, CardWay.NAME))),
                XidWay.of(environment, callback(environment, XidWay.NAME)))
            .flatMap(Optional::stream)
            .toList());
  }

  private static String callback(Environment environment, String name) {
    return environment.get(Setting.PUBLIC_ORIGIN)
        + Route.FINISH_SIGN_IN.path().replace("{provider}", name);
  }

  /** What residents call a way, also one that is not offered any more. */
  public String label(String name) {
    return name.equals(EmailDoor.NAME)
        ? EmailDoor.LABEL
        : named(name).map(SignInWay::label).orElse(name);
  }

  public Optional<SignInWay> named(String name) {
    return all.stream().filter(way -> way.name().equals(name)).findFirst();
  }
}
