package jp.ishikari.link.testkit;

import java.net.URI;
import java.util.List;
import jp.ishikari.link.aws.TableRequests;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIf;
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
 * The same contracts on an emulator of the whole cloud in a container, where Docker is. The image
 * is {@code -Dcontainer.image=…}: LocalStack asks for {@code LOCALSTACK_AUTH_TOKEN} since March
 * 2026, others do not.
 */
@EnabledIf(value = "hasDocker", disabledReason = "no Docker on this machine")
class ContainerStoresTest extends StoreContracts {
  private static final List<String> ENGINES =
      List.of("dynamodb", "sqs", "s3", "sns", "mail", "kms", "residentIdp", "staffIdp");

  private static LocalStackContainer container;
  private static TestCloud cloud;

  /** Skipped aloud where there is none. */
  static boolean hasDocker() {
    boolean docker = DockerClientFactory.instance().isDockerAvailable();
    if (!docker) {
      System.err.println("SKIPPED: no Docker here, so the contracts did not run in a container.");
    }
    return docker;
  }

  @BeforeAll
  static void start() {
    String image = System.getProperty("container.image", "floci/floci:latest");
    container =
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

  @AfterAll
  static void stop() {
    if (container != null) {
      container.stop();
    }
  }

  @Override
  TestCloud cloud() {
    return cloud;
  }
}
