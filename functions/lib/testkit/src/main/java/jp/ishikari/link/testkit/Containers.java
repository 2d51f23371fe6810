package jp.ishikari.link.testkit;

import java.net.URI;
import java.util.List;
import jp.ishikari.link.aws.TableRequests;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Table;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An emulator of the whole cloud in a container, one for all tests of a JVM; where there is no
 * Docker, its tests are skipped aloud. The image is {@code -Dcontainer.image=…}: LocalStack asks
 * for {@code LOCALSTACK_AUTH_TOKEN} since March 2026, others do not.
 */
public final class Containers implements ExecutionCondition, ParameterResolver {
  private static final List<String> ENGINES =
      List.of("dynamodb", "sqs", "s3", "sns", "mail", "kms", "residentIdp", "staffIdp");

  private static TestCloud cloud;

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (DockerClientFactory.instance().isDockerAvailable()) {
      return ConditionEvaluationResult.enabled("Docker is here");
    }
    System.err.println("SKIPPED: no Docker here, so the contracts did not run in a container.");
    return ConditionEvaluationResult.disabled("no Docker on this machine");
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == TestCloud.class;
  }

  @Override
  public TestCloud resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return start();
  }

  /** Started by whoever asks first; Testcontainers ends it with this JVM. */
  private static synchronized TestCloud start() {
    if (cloud == null) {
      String image = System.getProperty("container.image", "floci/floci:latest");
      LocalStackContainer container =
          new LocalStackContainer(
              DockerImageName.parse(image).asCompatibleSubstituteFor("localstack/localstack"));
      String token = System.getenv("LOCALSTACK_AUTH_TOKEN");
      if (token != null) {
        container.withEnv("LOCALSTACK_AUTH_TOKEN", token);
      }
      container.start();
      ObjectNode addresses = JsonMapper.shared().createObjectNode();
      ENGINES.forEach(engine -> addresses.put(engine, container.getEndpoint().toString()));
      provision(container.getEndpoint());
      cloud = new TestCloud(addresses);
    }
    return cloud;
  }

  private static void provision(URI endpoint) {
    try (DynamoDbClient tables = TestCloud.at(DynamoDbClient.builder(), endpoint).build();
        KmsClient keys = TestCloud.at(KmsClient.builder(), endpoint).build()) {
      for (Table table : Table.values()) {
        tables.createTable(TableRequests.create(table));
      }
      for (Key key : Key.values()) {
        if (key.kind() == Key.Kind.MAC) {
          String id =
              keys.createKey(
                      r -> r.keySpec(KeySpec.HMAC_256).keyUsage(KeyUsageType.GENERATE_VERIFY_MAC))
                  .keyMetadata()
                  .keyId();
          keys.createAlias(r -> r.aliasName("alias/" + Names.physical(key)).targetKeyId(id));
        }
      }
    }
  }
}
