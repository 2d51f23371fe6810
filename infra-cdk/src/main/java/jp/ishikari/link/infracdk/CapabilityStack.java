package jp.ishikari.link.infracdk;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Table;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.codedeploy.LambdaApplication;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Code;
import software.constructs.Construct;

/** One capability: its functions and what makes them run. */
final class CapabilityStack extends Stack {
  CapabilityStack(
      Construct scope,
      Place place,
      Capability capability,
      FunctionCode zips,
      Function<Table, Optional<String>> streams) {
    super(
        scope,
        Stacks.id(place.region(), Names.module(capability)),
        Stacks.props(place, Names.module(capability)));
    Code code = zips.of(capability);
    LambdaApplication releases =
        LambdaApplication.Builder.create(this, "Releases")
            .applicationName(Names.CITY + "-" + Names.module(capability))
            .build();
    Role releaser =
        Role.Builder.create(this, "Releaser")
            .assumedBy(new ServicePrincipal("codedeploy.amazonaws.com"))
            .managedPolicies(
                List.of(
                    ManagedPolicy.fromAwsManagedPolicyName(
                        "service-role/AWSCodeDeployRoleForLambdaLimited")))
            .build();
    EventSources sources = new EventSources(place, streams);
    for (Entry entry : Entry.values()) {
      if (entry.capability() == capability) {
        sources.connect(
            new EntryFunction(this, place, entry, code, releases, releaser.withoutPolicyUpdates()));
      }
    }
  }
}
