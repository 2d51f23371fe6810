package jp.ishikari.link.applications;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.GatewayCall;
import jp.ishikari.link.testkit.SampleProcedure;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The handler's class through Spring Cloud Function, in a process of its own as in the cloud. */
@ExtendWith(Engines.class)
class ApplicationsResidentHandlerTest {
  @TempDir Path folder;

  private String said = "";

  @Test
  void primesItselfFindsItsOwnFunctionKeepsEveryByteAndLogsNothingOfTheEvent(TestCloud cloud)
      throws Exception {
    SampleProcedure procedure = SampleProcedure.signedIn();
    new DynamoProcedureStore(cloud).publish(procedure.procedure());
    GatewayCall submission =
        GatewayCall.of(Route.SUBMIT_APPLICATION)
            .as(new Caller.Resident("account-of-the-handler", "session", true))
            .change(body -> body.put("procedureId", procedure.id()))
            .answers(SampleProcedure.answers());
    JsonNode receipt = answered(cloud, submission.bytes());
    assertEquals(201, receipt.get("statusCode").intValue(), said);
    String id =
        JsonMapper.shared()
            .readTree(receipt.get("body").stringValue())
            .get("applicationId")
            .stringValue();
    JsonNode read =
        answered(
            cloud,
            GatewayCall.of(Route.READ_APPLICATION)
                .as(new Caller.Resident("account-of-the-handler", "session", true))
                .on(id)
                .bytes());
    assertTrue(
        read.get("body").stringValue().contains(SampleProcedure.FAMILY),
        "the answer's bytes must pass the adapter unchanged");
    assertFalse(said.contains("functionRouter"), said);
    assertFalse(said.contains("\"ERROR\""), said);
    for (String secret :
        List.of(
            SampleProcedure.FAMILY,
            "ヨシダ",
            "1989-01-07",
            "hanako",
            "account-of-the-handler",
            "multiValueHeaders")) {
      assertFalse(said.contains(secret), said);
    }
  }

  private JsonNode answered(TestCloud cloud, byte[] event) throws Exception {
    Path in = folder.resolve("event.json");
    Path out = folder.resolve("answer.json");
    Path log = folder.resolve("log");
    Files.write(in, event);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.addAll(List.of(OneEvent.class.getName(), in.toString(), out.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    Map<String, String> environment = builder.environment();
    environment.putAll(cloud.functionEnvironment());
    environment.put("AWS_REGION", "ap-northeast-1");
    environment.put("AWS_ACCESS_KEY_ID", "local");
    environment.put("AWS_SECRET_ACCESS_KEY", "local-secret");
    int ended = builder.start().waitFor();
    said += Files.readString(log);
    assertEquals(0, ended, said);
    return JsonMapper.shared().readTree(Files.readAllBytes(out));
  }
}
