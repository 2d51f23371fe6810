package jp.ishikari.link.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Grant;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Queue;
import jp.ishikari.link.blueprint.Resource;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.blueprint.Topic;
import jp.ishikari.link.edge.Environment;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The clients of one entry over the engines; they do what its grants allow and nothing else. */
final class EntryCloud implements Cloud {
  private static final SdkHttpClient HTTP = UrlConnectionHttpClient.create();

  private final Environment environment;
  private final DynamoDbClient dynamoDb;
  private final DynamoDbEnhancedClient tables;
  private final SnsClient topics;
  private final SqsClient queues;
  private final S3Client buckets;
  private final S3Presigner permissions;
  private final SesV2Client mail;
  private final KmsClient keys;

  /** What one entry is granted, and the settings of its capability. */
  static EntryCloud of(Entry entry, Engines engines, Map<Setting, String> settings) {
    GrantedCalls granted = new GrantedCalls(entry, EntryCloud::physical);
    return new EntryCloud(
        entry.grants().stream().map(Grant::resource).toList(),
        Arrays.stream(Setting.values())
            .filter(setting -> setting.isReadBy(entry.capability()))
            .collect(Collectors.toSet()),
        granted,
        new GrantedPermissions(engines.permissions(), granted::check),
        engines,
        settings);
  }

  /** Everything, for filling a new city. */
  static EntryCloud everything(Engines engines, Map<Setting, String> settings) {
    List<Resource> all = new ArrayList<>();
    Stream.of(Table.values(), Bucket.values(), Key.values())
        .flatMap(Arrays::stream)
        .forEach(resource -> all.add((Resource) resource));
    return new EntryCloud(
        all, Set.of(), new ExecutionInterceptor() {}, engines.permissions(), engines, settings);
  }

  private EntryCloud(
      List<? extends Resource> resources,
      Set<Setting> needed,
      ExecutionInterceptor granted,
      S3Presigner permissions,
      Engines engines,
      Map<Setting, String> settings) {
    Map<String, String> variables = new HashMap<>();
    resources.forEach(
        r ->
            variables.put(
                Names.environmentVariable(r),
                r instanceof Queue queue ? engines.queueUrl(queue) : physical(r)));
    settings.forEach((setting, value) -> variables.put(setting.name(), value));
    this.environment = new Environment(variables, needed);
    this.dynamoDb =
        engines
            .client(DynamoDbClient.builder().httpClient(HTTP), "dynamodb")
            .overrideConfiguration(
                o -> o.addExecutionInterceptor(granted).addExecutionInterceptor(engines.writes()))
            .build();
    this.tables = DynamoDbEnhancedClient.builder().dynamoDbClient(dynamoDb).build();
    this.topics = of(engines.client(SnsClient.builder().httpClient(HTTP), "sns"), granted);
    this.queues = of(engines.client(SqsClient.builder().httpClient(HTTP), "sqs"), granted);
    this.buckets =
        of(engines.client(S3Client.builder().httpClient(HTTP).forcePathStyle(true), "s3"), granted);
    this.permissions = permissions;
    this.mail = of(engines.client(SesV2Client.builder().httpClient(HTTP), "mail"), granted);
    this.keys = of(engines.client(KmsClient.builder().httpClient(HTTP), "kms"), granted);
  }

  private static <B extends AwsClientBuilder<B, C>, C> C of(
      B builder, ExecutionInterceptor granted) {
    return builder.overrideConfiguration(o -> o.addExecutionInterceptor(granted)).build();
  }

  /** What grants call a resource; of all but queues, the environment too. */
  static String physical(Resource resource) {
    return switch (resource) {
      case Topic topic -> topicArn(topic);
      case Key key -> "alias/" + Names.physical(key);
      default -> Names.physical(resource);
    };
  }

  static String topicArn(Topic topic) {
    return "arn:aws:sns:ap-northeast-1:000000000000:" + Names.physical(topic);
  }

  @Override
  public DynamoDbEnhancedClient tables() {
    return tables;
  }

  @Override
  public DynamoDbClient dynamoDb() {
    return dynamoDb;
  }

  @Override
  public SnsClient topics() {
    return topics;
  }

  @Override
  public SqsClient queues() {
    return queues;
  }

  @Override
  public S3Client buckets() {
    return buckets;
  }

  @Override
  public S3Presigner permissions() {
    return permissions;
  }

  @Override
  public SesV2Client mail() {
    return mail;
  }

  @Override
  public KmsClient keys() {
    return keys;
  }

  @Override
  public Environment environment() {
    return environment;
  }
}
