package jp.ishikari.link.aws;

import jp.ishikari.link.edge.Environment;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbEnhancedClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The clients of one entry. In the cloud they come from the function's environment; elsewhere from
 * whoever runs the entry. The only seam between the two.
 */
public interface Cloud {
  DynamoDbEnhancedClient tables();

  /** The same tables, for what the enhanced client has no words for. */
  DynamoDbClient dynamoDb();

  SnsClient topics();

  /** Queues of jobs; consumers are handed their messages. */
  SqsClient queues();

  S3Client buckets();

  /** Signs permissions for browsers to put or get one object. */
  S3Presigner permissions();

  SesV2Client mail();

  KmsClient keys();

  Environment environment();
}
