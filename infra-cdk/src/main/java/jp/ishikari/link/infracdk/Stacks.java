package jp.ishikari.link.infracdk;

import jp.ishikari.link.blueprint.Names;
import software.amazon.awscdk.DefaultStackSynthesizer;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;

/** How stacks are named and where they are. */
final class Stacks {
  private Stacks() {}

  /** {@code Tokyo, state} → {@code tokyo-state}: unique within the app. */
  static String id(CityRegion region, String part) {
    return Names.kebab(region) + "-" + part;
  }

  /** The same stack name in both regions; {@code part} is kebab case. */
  static StackProps props(Place place, String part) {
    return of(place, part).build();
  }

  /** Of a stack that holds what must never be lost. */
  static StackProps stateful(Place place, String part) {
    return of(place, part).terminationProtection(place.settings().isProtected()).build();
  }

  private static StackProps.Builder of(Place place, String part) {
    return StackProps.builder()
        .stackName(Names.CITY + "-" + part)
        .env(
            Environment.builder()
                .account(place.settings().account())
                .region(place.region().code())
                .build())
        .analyticsReporting(false)
        .synthesizer(
            DefaultStackSynthesizer.Builder.create().generateBootstrapVersionRule(false).build());
  }
}
