package jp.ishikari.link.infracdk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.sns.Topic;

/** Plain synthesis succeeds in spite of findings, so they are asked for here. */
class FindingsTest {
  @Test
  void every_finding_of_cdk_nag_is_resolved_or_explained() {
    assertEquals(List.of(), SynthesisedCity.shared().findings());
  }

  @Test
  void an_unexplained_finding_would_be_seen() {
    App app = City.app(Path.of("target", "unexplained"));
    Topic.Builder.create(new Stack(app, "careless"), "Open").build();
    Aspects.of(app).add(AwsSolutionsChecks.Builder.create().build());
    app.synth();
    List<String> findings = SynthesisedCity.findings(Path.of("target", "unexplained"));
    assertTrue(findings.toString().contains("AwsSolutions-SNS3"), findings.toString());
  }
}
