package jp.ishikari.link.infracdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.cxapi.SynthesisMessage;

/** Plain synthesis succeeds in spite of findings, so they are asked for here. */
class FindingsTest {
  private final SynthesisedCity city = SynthesisedCity.shared();

  @Test
  void every_finding_of_cdk_nag_is_resolved_or_explained() {
    List<String> found = new ArrayList<>();
    for (Stack stack : city.stacks().values()) {
      Annotations annotations = Annotations.fromStack(stack);
      for (SynthesisMessage message : annotations.findError("*", Match.anyValue())) {
        found.add(message.getId() + " " + message.getEntry().getData());
      }
      for (SynthesisMessage message : annotations.findWarning("*", Match.anyValue())) {
        found.add(message.getId() + " " + message.getEntry().getData());
      }
    }
    assertEquals(List.of(), found);
  }
}
