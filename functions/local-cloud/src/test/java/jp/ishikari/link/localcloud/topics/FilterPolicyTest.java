package jp.ishikari.link.localcloud.topics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Filter policies as the Amazon SNS Developer Guide describes them. */
class FilterPolicyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":[\"x\",\"y\"]} | {\"a\":\"y\"} | true",
        "{\"a\":[\"x\"]} | {\"a\":\"X\"} | false",
        "{\"a\":[{\"equals-ignore-case\":\"x\"}]} | {\"a\":\"X\"} | true",
        "{\"a\":[{\"prefix\":\"ab\"}]} | {\"a\":\"abc\"} | true",
        "{\"a\":[{\"prefix\":\"ab\"}]} | {\"a\":\"cab\"} | false",
        "{\"a\":[{\"suffix\":\".pdf\"}]} | {\"a\":\"x.pdf\"} | true",
        "{\"a\":[{\"suffix\":\".pdf\"}]} | {\"a\":\"x.pdf.exe\"} | false",
        "{\"a\":[{\"anything-but\":[\"x\",\"y\"]}]} | {\"a\":\"z\"} | true",
        "{\"a\":[{\"anything-but\":[\"x\",\"y\"]}]} | {\"a\":\"y\"} | false",
        "{\"a\":[{\"anything-but\":\"x\"}]} | {} | false",
        "{\"a\":[{\"anything-but\":{\"prefix\":\"x\"}}]} | {\"a\":\"xy\"} | false",
        "{\"a\":[{\"anything-but\":{\"prefix\":\"x\"}}]} | {\"a\":\"yx\"} | true",
        "{\"a\":[{\"exists\":true}]} | {\"a\":0} | true",
        "{\"a\":[{\"exists\":false}]} | {\"b\":0} | true",
        "{\"a\":[{\"exists\":false}]} | {\"a\":null} | false",
        "{\"a\":[{\"numeric\":[\">\",0,\"<=\",10]}]} | {\"a\":10.0} | true",
        "{\"a\":[{\"numeric\":[\">\",0,\"<=\",10]}]} | {\"a\":10.01} | false",
        "{\"a\":[{\"numeric\":[\"=\",1]}]} | {\"a\":\"1\"} | false",
        "{\"a\":[100]} | {\"a\":1.0e2} | true",
        "{\"a\":[null,true]} | {\"a\":true} | true",
        "{\"a\":[\"x\"],\"b\":[\"y\"]} | {\"a\":\"x\"} | false",
        "{\"a\":[\"x\"]} | {\"a\":[\"w\",\"x\"]} | true",
        "{\"d\":{\"e\":[\"x\"]}} | {\"d\":{\"e\":\"x\"}} | true",
        "{\"d\":{\"e\":[\"x\"]}} | {\"d\":[{\"e\":\"w\"},{\"e\":\"x\"}]} | true",
        "{\"d\":{\"e\":[\"x\"]}} | {\"e\":\"x\"} | false",
        "{\"$or\":[{\"a\":[\"x\"]},{\"b\":[\"y\"]}]} | {\"b\":\"y\"} | true",
        "{\"$or\":[{\"a\":[\"x\"]},{\"b\":[\"y\"]}]} | {\"a\":\"y\"} | false",
        "{\"c\":[1],\"$or\":[{\"a\":[\"x\"]},{\"b\":[\"y\"]}]} | {\"b\":\"y\"} | false"
      })
  void aBodyMatchesAsTheGuideSays(String policy, String body, boolean matches) {
    assertEquals(
        matches, FilterPolicy.parse(policy, FilterPolicy.Scope.BODY).matchesBody(body), policy);
  }

  @Test
  void attributesMatchByTheirType() {
    var policy =
        FilterPolicy.parse(
            "{\"n\":[{\"numeric\":[\">=\",2]}],\"s\":[\"x\"],\"l\":[\"b\"]}",
            FilterPolicy.Scope.ATTRIBUTES);
    var attributes =
        Map.of(
            "n", new QueryForm.Attribute("Number", "2.0", false),
            "s", new QueryForm.Attribute("String", "x", false),
            "l", new QueryForm.Attribute("String.Array", "[\"a\",\"b\"]", false));
    assertEquals(true, policy.matches(attributes));
    assertEquals(false, policy.matches(Map.of()));
  }

  @Test
  void aBodyThatIsNoJsonObjectMatchesNothing() {
    var policy = FilterPolicy.parse("{\"a\":[{\"exists\":false}]}", FilterPolicy.Scope.BODY);
    assertEquals(false, policy.matchesBody("plain text"));
    assertEquals(false, policy.matchesBody("[]"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no json",
        "[]",
        "{\"a\":\"x\"}",
        "{\"a\":[]}",
        "{\"a\":[{\"like\":\"x\"}]}",
        "{\"a\":[{\"numeric\":[\"!=\",1]}]}",
        "{\"a\":[{\"prefix\":\"x\",\"suffix\":\"y\"}]}",
        "{\"a\":{\"b\":[\"x\"]}}"
      })
  void aPolicyThatSnsWouldRefuseIsRefusedWhenSet(String policy) {
    assertThrows(
        Refusal.class, () -> FilterPolicy.parse(policy, FilterPolicy.Scope.ATTRIBUTES), policy);
  }
}
