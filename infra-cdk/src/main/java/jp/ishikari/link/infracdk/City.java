package jp.ishikari.link.infracdk;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Trigger;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Tags;

/**
 * The whole city hall: in each region foundation, state, watch, messaging, one stack per capability
 * and one per API; and one edge. Order of deployment is stated where a name alone would not make
 * it.
 */
public final class City {
  private final App app;
  private final CitySettings settings;
  private final FunctionCode zips;
  private final Map<CityRegion, StateStack> states = new EnumMap<>(CityRegion.class);
  private final List<Stack> stacks = new ArrayList<>();

  private City(App app, CitySettings settings, FunctionCode zips) {
    this.app = app;
    this.settings = settings;
    this.zips = zips;
  }

  /** An empty app that writes to a folder. */
  public static App app(Path folder) {
    return new App(
        AppProps.builder()
            .outdir(folder.toString())
            .analyticsReporting(false)
            .context(
                ImmutableMap.of(
                    // Only Tokyo's streams are handed from stack to stack, and are never replaced.
                    "@aws-cdk/core:defaultCrossStackReferences",
                    "strong",
                    "@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy",
                    true))
            .build());
  }

  /**
   * Parts of a region that the account gives ids to and that name no other: what a first deployment
   * makes before the rest can be written down.
   */
  static List<String> firstParts(CityRegion region, CitySettings settings) {
    List<String> parts = new ArrayList<>();
    if (region == CityRegion.TOKYO) {
      parts.add(FoundationStack.PART);
    }
    if (settings.staffSamlMetadata() != null) {
      parts.add(StaffSignInStack.PART);
    }
    return parts;
  }

  /** Adds the first parts of both regions; their templates are the same as in the whole city. */
  public static void first(App app, CitySettings settings) {
    City city = new City(app, settings, null);
    for (CityRegion region : CityRegion.values()) {
      Place place = new Place(region, settings);
      for (String part : firstParts(region, settings)) {
        city.added(
            part.equals(FoundationStack.PART)
                ? new FoundationStack(app, place)
                : new StaffSignInStack(app, place));
      }
    }
    Tags.of(app).add("system", Names.CITY);
  }

  /** Adds all stacks to the app and returns them. */
  public static List<Stack> build(App app, CitySettings settings, FunctionCode zips) {
    City city = new City(app, settings, zips);
    city.foundationsAndState();
    for (CityRegion region : CityRegion.values()) {
      city.everythingElse(new Place(region, settings));
    }
    city.edge();
    Tags.of(app).add("system", Names.CITY);
    return Collections.unmodifiableList(city.stacks);
  }

  /**
   * Replicas need Osaka's keys, and copies Osaka's buckets, before Tokyo's tables and buckets are
   * made.
   */
  private void foundationsAndState() {
    Place tokyo = new Place(CityRegion.TOKYO, settings);
    Place osaka = new Place(CityRegion.OSAKA, settings);
    Stack first = added(new FoundationStack(app, tokyo));
    Stack second = added(new FoundationStack(app, osaka));
    second.addStackDependency(first, "replica keys");
    StateStack inOsaka = added(new StateStack(app, osaka));
    inOsaka.addStackDependency(second, "the key at rest");
    StateStack inTokyo = added(new StateStack(app, tokyo));
    inTokyo.addStackDependency(inOsaka, "buckets that copies go to");
    states.put(CityRegion.TOKYO, inTokyo);
    states.put(CityRegion.OSAKA, inOsaka);
  }

  private void everythingElse(Place place) {
    if (settings.staffSamlMetadata() != null) {
      added(new StaffSignInStack(app, place));
    }
    added(new WatchStack(app, place))
        .addStackDependency(states.get(place.region()), "buckets of what is recorded");
    Stack messaging = added(new MessagingStack(app, place));
    // Tokyo's state makes the global tables of both regions.
    messaging.addStackDependency(states.get(CityRegion.TOKYO));
    Map<Capability, Stack> capabilities = new EnumMap<>(Capability.class);
    for (Capability capability : Capability.values()) {
      Stack stack =
          added(
              new CapabilityStack(
                  app, place, capability, zips, states.get(place.region())::streamArn));
      stack.addStackDependency(messaging);
      capabilities.put(capability, stack);
    }
    for (Api api : Api.values()) {
      Stack stack = added(new ApiStack(app, place, api));
      Arrays.stream(Entry.values())
          .filter(entry -> isCalledBy(api, entry.trigger()))
          .map(Entry::capability)
          .distinct()
          .forEach(called -> stack.addStackDependency(capabilities.get(called), "what it calls"));
    }
  }

  private void edge() {
    Place tokyo = new Place(CityRegion.TOKYO, settings);
    added(new EdgeStack(app, tokyo)).addStackDependency(states.get(CityRegion.TOKYO), "files");
  }

  private static boolean isCalledBy(Api api, Trigger trigger) {
    return switch (trigger) {
      case Trigger.Http http -> http.api() == api;
      case Trigger.Authorizer authorizer -> authorizer.api() == api;
      case Trigger.Stream stream -> false;
      case Trigger.Messages messages -> false;
      case Trigger.Schedule schedule -> false;
    };
  }

  private <S extends Stack> S added(S stack) {
    Tags.of(stack).add("part", stack.getStackName().substring(Names.CITY.length() + 1));
    NagExceptions.explain(stack);
    stacks.add(stack);
    return stack;
  }
}
