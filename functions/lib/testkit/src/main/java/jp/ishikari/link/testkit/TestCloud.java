package jp.ishikari.link.testkit;

import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Mailer;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Queue;
import jp.ishikari.link.blueprint.Resource;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.blueprint.Topic;
import jp.ishikari.link.edge.Environment;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import tools.jackson.databind.JsonNode;

/** The clients of an entry over the test's engines, with every resource and setting there is. */
public final class TestCloud implements Cloud {
  public static final String PORTAL = "http://127.0.0.1:1";
  public static final String STAFF = "http://127.0.0.1:2";

  private static final StaticCredentialsProvider CREDENTIALS =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local-secret"));

  /** Hears of calls. */
  @FunctionalInterface
  public interface Watch extends ExecutionInterceptor {
    @Override
    void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes);
  }

  private final JsonNode addresses;
  private final DynamoDbClient dynamoDb;
  private final Watch watch;
  private final Environment environment;
  private final Map<String, String> variables = new HashMap<>();

  TestCloud(JsonNode addresses) {
    this.addresses = addresses;
    this.dynamoDb = dynamoDb(endpoint("dynamodb"));
    this.watch = (context, attributes) -> {};
    for (Queue queue : Queue.values()) {
      variables.put(
          Names.environmentVariable(queue),
          endpoint("sqs").resolve("/000000000000/" + Names.physical(queue)).toString());
    }
    Stream.of(Table.values(), Bucket.values(), Mailer.values())
        .flatMap(Arrays::stream)
        .forEach(
            r ->
                variables.put(
                    Names.environmentVariable((Resource) r), Names.physical((Resource) r)));
    for (Key key : Key.values()) {
      variables.put(Names.environmentVariable(key), "alias/" + Names.physical(key));
    }
    for (Topic topic : Topic.values()) {
      variables.put(
          Names.environmentVariable(topic),
          topics().createTopic(r -> r.name(Names.physical(topic))).topicArn());
    }
    variables.put(Setting.PUBLIC_ORIGIN.name(), PORTAL);
    variables.put(Setting.STAFF_ORIGIN.name(), STAFF);
    // All of a module's tests come from one address.
    variables.put(Setting.BUDGET_SCALE.name(), "1000");
    variables.put(Setting.REGION_DIGIT.name(), "1");
    variables.put(Setting.MAIL_SENDER.name(), "no-reply@city.example.jp");
    variables.put(Setting.CARD_ISSUER.name(), addresses.get("residentIdp").stringValue());
    variables.put(Setting.SIGNING_TRANSACTIONS.name(), PORTAL);
    variables.put(Setting.SIGNATURE_ROOTS.name(), "none");
    variables.put(Setting.SIGNATURE_POLICIES.name(), "2.999");
    variables.put(Setting.STAFF_ISSUER.name(), addresses.get("staffIdp").stringValue());
    this.environment = new Environment(variables, EnumSet.allOf(Setting.class));
  }

  private TestCloud(TestCloud other, Map<String, String> settings, Watch watch) {
    this.addresses = other.addresses;
    this.dynamoDb =
        watch == other.watch
            ? other.dynamoDb
            : at(DynamoDbClient.builder(), endpoint("dynamodb"))
                .overrideConfiguration(o -> o.addExecutionInterceptor(watch))
                .build();
    this.watch = watch;
    variables.putAll(other.variables);
    variables.putAll(settings);
    this.environment = new Environment(variables, EnumSet.allOf(Setting.class));
  }

  /** The same engines for a function that is set otherwise. */
  public TestCloud with(Setting setting, String value) {
    return new TestCloud(this, Map.of(setting.name(), value), watch);
  }

  /** The same engines for a function whose topic is gone. */
  public TestCloud without(Topic topic) {
    String variable = Names.environmentVariable(topic);
    return new TestCloud(this, Map.of(variable, variables.get(variable) + "-gone"), watch);
  }

  /**
   * The same engines, with every call to the tables, topics, mail and keys told before it is sent.
   */
  public TestCloud watched(Watch watch) {
    return new TestCloud(this, Map.of(), watch);
  }

  static DynamoDbClient dynamoDb(URI endpoint) {
    return at(DynamoDbClient.builder(), endpoint).build();
  }

  /** A bucket, unless another test made it already. */
  public void make(Bucket bucket) {
    String name = Names.physical(bucket);
    try (S3Client client = buckets()) {
      if (client.listBuckets().buckets().stream().noneMatch(b -> b.name().equals(name))) {
        client.createBucket(r -> r.bucket(name));
      }
    }
  }

  /** The address of an engine, e.g. {@code mail}. */
  public URI endpoint(String engine) {
    return URI.create(addresses.get(engine).stringValue());
  }

  /** What the engines said of themselves when they stood. */
  public String said(String name) {
    return addresses.get(name).stringValue();
  }

  /** What a function in a process of its own needs to reach the same engines. */
  public Map<String, String> functionEnvironment() {
    Map<String, String> all = new HashMap<>(variables);
    all.put("AWS_ENDPOINT_URL_DYNAMODB", endpoint("dynamodb").toString());
    all.put("AWS_ENDPOINT_URL_SNS", endpoint("sns").toString());
    all.put("AWS_ENDPOINT_URL_S3", endpoint("s3").toString());
    all.put("AWS_ENDPOINT_URL_SESV2", endpoint("mail").toString());
    all.put("AWS_ENDPOINT_URL_KMS", endpoint("kms").toString());
    return all;
  }

  @Override
  public DynamoDbClient dynamoDb() {
    return dynamoDb;
  }

  @Override
  public DynamoDbEnhancedClient tables() {
    return DynamoDbEnhancedClient.builder().dynamoDbClient(dynamoDb).build();
  }

  @Override
  public SnsClient topics() {
    return at(SnsClient.builder(), endpoint("sns"))
        .overrideConfiguration(
            o -> o.addExecutionInterceptor(new EventSchemas()).addExecutionInterceptor(watch))
        .build();
  }

  @Override
  public SqsClient queues() {
    return at(SqsClient.builder(), endpoint("sqs")).build();
  }

  @Override
  public S3Client buckets() {
    return at(S3Client.builder(), endpoint("s3")).forcePathStyle(true).build();
  }

  @Override
  public S3Presigner permissions() {
    return S3Presigner.builder()
        .endpointOverride(endpoint("s3"))
        .region(Region.AP_NORTHEAST_1)
        .serviceConfiguration(S3Configuration.builder().pathStyleAccessEnabled(true).build())
        .credentialsProvider(CREDENTIALS)
        .build();
  }

  @Override
  public SesV2Client mail() {
    return at(SesV2Client.builder(), endpoint("mail"))
        .overrideConfiguration(o -> o.addExecutionInterceptor(watch))
        .build();
  }

  @Override
  public KmsClient keys() {
    return at(KmsClient.builder(), endpoint("kms"))
        .overrideConfiguration(o -> o.addExecutionInterceptor(watch))
        .build();
  }

  @Override
  public Environment environment() {
    return environment;
  }

  static <B extends AwsClientBuilder<B, C>, C> B at(B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.AP_NORTHEAST_1)
        .credentialsProvider(CREDENTIALS);
  }
}
