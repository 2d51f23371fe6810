package jp.ishikari.link.aws;

import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Part;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Idempotency tokens: written in the transaction whose answer they promise to repeat. */
public final class Tokens {
  private final DynamoDbTable<EnhancedDocument> tokens;

  public Tokens(Cloud cloud) {
    this.tokens = Rows.of(cloud, Table.TOKENS);
  }

  /** The promise itself, as the first part of the transaction that keeps it. */
  public Part<NotSaved> promising(Idempotency token) {
    EnhancedDocument row =
        Rows.row()
            .putString("token", token.token())
            .putString("bodyHash", token.bodyHash())
            .putString("answer", token.answer())
            .putNumber(Table.EXPIRY_ATTRIBUTE, token.expiresAt().getEpochSecond())
            .build();
    return Items.part(
        items ->
            items.putNew(tokens, row, "token", standing -> earlier(standing, token.bodyHash())));
  }

  public Optional<NotSaved> repeated(String token, String bodyHash) {
    return Optional.ofNullable(tokens.getItem(r -> r.key(Rows.key(token)).consistentRead(true)))
        .map(row -> earlier(row.toMap(), bodyHash));
  }

  private static NotSaved earlier(Map<String, AttributeValue> token, String bodyHash) {
    return token.get("bodyHash").s().equals(bodyHash)
        ? new NotSaved.Repeated(token.get("answer").s())
        : new NotSaved.KeyReused();
  }
}
