package jp.ishikari.link.aws;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.edge.Environment;
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

/**
 * The clients of a Lambda function or an operator's command, each made when first asked for;
 * credentials by the SDK's default chain.
 */
public final class AwsCloud implements Cloud {
  private final Environment environment;
  private final SdkHttpClient http = UrlConnectionHttpClient.create();
  private final Supplier<DynamoDbClient> dynamoDb =
      once(() -> DynamoDbClient.builder().httpClient(http()).build());
  private final Supplier<DynamoDbEnhancedClient> tables =
      once(() -> DynamoDbEnhancedClient.builder().dynamoDbClient(dynamoDb()).build());
  private final Supplier<SnsClient> topics =
      once(() -> SnsClient.builder().httpClient(http()).build());
  private final Supplier<SqsClient> queues =
      once(() -> SqsClient.builder().httpClient(http()).build());
  private final Supplier<S3Client> buckets =
      once(() -> S3Client.builder().httpClient(http()).build());
  private final Supplier<S3Presigner> permissions = once(() -> S3Presigner.builder().build());
  private final Supplier<SesV2Client> mail =
      once(() -> SesV2Client.builder().httpClient(http()).build());
  private final Supplier<KmsClient> keys =
      once(() -> KmsClient.builder().httpClient(http()).build());

  /** As the function of a capability finds it. */
  AwsCloud(Capability capability) {
    this(
        new Environment(
            System.getenv(),
            Arrays.stream(Setting.values())
                .filter(setting -> setting.isReadBy(capability))
                .collect(Collectors.toSet())));
  }

  /** As an operator's command names it. */
  public AwsCloud(Environment environment) {
    this.environment = environment;
  }

  @Override
  public DynamoDbEnhancedClient tables() {
    return tables.get();
  }

  @Override
  public DynamoDbClient dynamoDb() {
    return dynamoDb.get();
  }

  @Override
  public SnsClient topics() {
    return topics.get();
  }

  @Override
  public SqsClient queues() {
    return queues.get();
  }

  @Override
  public S3Client buckets() {
    return buckets.get();
  }

  @Override
  public S3Presigner permissions() {
    return permissions.get();
  }

  @Override
  public SesV2Client mail() {
    return mail.get();
  }

  @Override
  public KmsClient keys() {
    return keys.get();
  }

  @Override
  public Environment environment() {
    return environment;
  }

  private SdkHttpClient http() {
    return http;
  }

  private static <T> Supplier<T> once(Supplier<T> make) {
    return new Supplier<>() {
      private T made;

      @Override
      public synchronized T get() {
        if (made == null) {
          made = make.get();
        }
        return made;
      }
    };
  }
}
