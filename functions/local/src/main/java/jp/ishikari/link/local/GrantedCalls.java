package jp.ishikari.link.local;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Grant;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.sesv2.model.SesV2Exception;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sns.model.SnsException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * Refuses, before it is sent, every call that an entry's role would not allow in the cloud. The
 * actions come from the same grants as the role.
 */
final class GrantedCalls implements ExecutionInterceptor {
  private static final Map<String, String> RESOURCE_FIELD =
      Map.of(
          "dynamodb",
          "TableName",
          "s3",
          "Bucket",
          "sns",
          "TopicArn",
          "sqs",
          "QueueUrl",
          "kms",
          "KeyId",
          "ses",
          "");

  /** Calls that are to IAM an action of another name. */
  private static final Map<String, String> OTHERWISE =
      Map.of(
          "s3:HeadObject", "s3:GetObject",
          "s3:CreateMultipartUpload", "s3:PutObject",
          "s3:UploadPart", "s3:PutObject",
          "s3:CompleteMultipartUpload", "s3:PutObject",
          "s3:ListParts", "s3:ListMultipartUploadParts");

  private final String who;
  private final Map<String, Set<String>> actionsByResource = new HashMap<>();

  /**
   * @param physical the physical name or ARN of each granted resource
   */
  GrantedCalls(
      Entry entry,
      java.util.function.Function<jp.ishikari.link.blueprint.Resource, String> physical) {
    this(entry.name(), entry.grants(), physical);
  }

  GrantedCalls(
      String who,
      List<Grant> grants,
      java.util.function.Function<jp.ishikari.link.blueprint.Resource, String> physical) {
    this.who = who;
    for (Grant grant : grants) {
      Set<String> actions =
          actionsByResource.computeIfAbsent(physical.apply(grant.resource()), r -> new HashSet<>());
      grant.uses().forEach(use -> actions.addAll(use.actions()));
    }
  }

  /**
   * What this interceptor lets through, for the test that compares it with the synthesised role.
   */
  Map<String, Set<String>> allowed() {
    return actionsByResource;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    check(context.request());
  }

  /** Throws what the service's own client throws when the role does not allow a request. */
  void check(SdkRequest request) {
    if (request instanceof TransactWriteItemsRequest transaction) {
      transaction.transactItems().forEach(this::check);
      return;
    }
    if (request instanceof BatchGetItemRequest batch) {
      batch.requestItems().keySet().forEach(table -> check("dynamodb:BatchGetItem", table));
      return;
    }
    if (request instanceof BatchWriteItemRequest batch) {
      batch.requestItems().keySet().forEach(table -> check("dynamodb:BatchWriteItem", table));
      return;
    }
    if (request instanceof TransactGetItemsRequest transaction) {
      // To IAM it is a GetItem of each table.
      transaction.transactItems().forEach(i -> check("dynamodb:GetItem", i.get().tableName()));
      return;
    }
    if (request instanceof PublishBatchRequest batch) {
      // To IAM it is a Publish.
      check("sns:Publish", batch.topicArn());
      return;
    }
    if (request instanceof SendMessageBatchRequest batch) {
      // To IAM it is a SendMessage.
      check("sqs:SendMessage", queue(batch.queueUrl()));
      return;
    }
    if (request instanceof CopyObjectRequest copy) {
      // To IAM it is a GetObject of the one and a PutObject of the other.
      check("s3:GetObject", sourceOf(copy));
      check("s3:PutObject", copy.destinationBucket());
      return;
    }
    String name = request.getClass().getSimpleName().replace("Request", "");
    String service = service(request);
    String resource =
        request.getValueForField(RESOURCE_FIELD.get(service), String.class).orElse("");
    check(
        OTHERWISE.getOrDefault(service + ":" + name, service + ":" + name),
        service.equals("sqs") ? queue(resource) : resource);
  }

  /** The client may have put bucket and key into one address already. */
  private static String sourceOf(CopyObjectRequest copy) {
    return copy.sourceBucket() == null
        ? copy.copySource().substring(0, copy.copySource().indexOf('/'))
        : copy.sourceBucket();
  }

  /** Grants name a queue, calls its address. */
  private static String queue(String url) {
    return url.substring(url.lastIndexOf('/') + 1);
  }

  private void check(TransactWriteItem item) {
    if (item.put() != null) {
      check("dynamodb:PutItem", item.put().tableName());
    } else if (item.update() != null) {
      check("dynamodb:UpdateItem", item.update().tableName());
    } else if (item.delete() != null) {
      check("dynamodb:DeleteItem", item.delete().tableName());
    } else {
      check("dynamodb:ConditionCheckItem", item.conditionCheck().tableName());
    }
  }

  private void check(String action, String resource) {
    boolean allowed =
        resource.isEmpty()
            ? actionsByResource.values().stream().anyMatch(actions -> actions.contains(action))
            : actionsByResource.getOrDefault(resource, Set.of()).contains(action);
    if (!allowed) {
      String message = who + " is not granted " + action + " on " + resource;
      throw exception(action.substring(0, action.indexOf(':')))
          .message(message)
          .statusCode(400)
          .awsErrorDetails(
              AwsErrorDetails.builder()
                  .errorCode("AccessDeniedException")
                  .errorMessage(message)
                  .build())
          .build();
    }
  }

  /** What the service's own client throws. */
  private static AwsServiceException.Builder exception(String service) {
    return switch (service) {
      case "dynamodb" -> DynamoDbException.builder();
      case "s3" -> S3Exception.builder();
      case "sns" -> SnsException.builder();
      case "sqs" -> SqsException.builder();
      case "kms" -> KmsException.builder();
      case "ses" -> SesV2Exception.builder();
      default -> throw new IllegalStateException("no grants are known for " + service);
    };
  }

  private static String service(SdkRequest request) {
    String type = request.getClass().getPackageName();
    for (String service : RESOURCE_FIELD.keySet()) {
      if (type.contains("." + service)) {
        return service;
      }
    }
    throw new IllegalStateException("no grants are known for " + type);
  }
}
