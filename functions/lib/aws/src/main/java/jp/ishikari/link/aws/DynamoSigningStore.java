package jp.ishikari.link.aws;

import java.time.Instant;
import java.util.Optional;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.signing.SigningRequest;
import jp.ishikari.link.domain.signing.SigningStore;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** What residents are about to sign on DynamoDB, one row per account and matter. */
public final class DynamoSigningStore implements SigningStore {
  private final DynamoDbTable<EnhancedDocument> requests;

  public DynamoSigningStore(Cloud cloud) {
    this.requests = Rows.of(cloud, Table.SIGNING_REQUESTS);
  }

  @Override
  public void freeze(SigningRequest request) {
    requests.putItem(row(request));
  }

  @Override
  public Optional<SigningRequest> find(String accountId, String matter, Instant now) {
    return Optional.ofNullable(
            requests.getItem(r -> r.key(Rows.key(accountId, matter)).consistentRead(true)))
        .map(row -> Json.MAPPER.readValue(row.getString("content"), SigningRequest.class))
        .filter(request -> now.isBefore(request.expiresAt()));
  }

  @Override
  public Part<SignedAnew> ending(SigningRequest signed) {
    return Items.part(
        items ->
            items.delete(
                requests,
                Rows.key(signed.accountId(), signed.matter()),
                same(signed),
                other -> new SignedAnew()));
  }

  private static Expression same(SigningRequest request) {
    return Expression.builder()
        .expression("signingRequestId = :id")
        .putExpressionValue(":id", AttributeValue.fromS(request.signingRequestId()))
        .build();
  }

  @Override
  public boolean note(SigningRequest request) {
    try {
      requests.putItem(r -> r.item(row(request)).conditionExpression(same(request)));
      return true;
    } catch (ConditionalCheckFailedException writtenAnew) {
      return false;
    }
  }

  private static EnhancedDocument row(SigningRequest request) {
    return Rows.row()
        .putString("accountId", request.accountId())
        .putString("matter", request.matter())
        .putString("signingRequestId", request.signingRequestId())
        .putNumber(Table.EXPIRY_ATTRIBUTE, request.expiresAt().getEpochSecond())
        .putString("content", Json.MAPPER.writeValueAsString(request))
        .build();
  }
}
