package jp.ishikari.link.identity.store;

import java.time.Instant;
import java.util.Optional;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Sign-ins under way on DynamoDB. Taking one deletes it under the condition that it is there: what
 * an engine says was there before may be told to two who delete at once.
 */
public final class DynamoSignInStore implements SignInStore {
  private final DynamoDbTable<EnhancedDocument> signIns;

  private DynamoSignInStore(Cloud cloud, Table table) {
    this.signIns = Rows.of(cloud, table);
  }

  public static DynamoSignInStore ofResidents(Cloud cloud) {
    return new DynamoSignInStore(cloud, Table.SIGN_INS);
  }

  public static DynamoSignInStore ofStaff(Cloud cloud) {
    return new DynamoSignInStore(cloud, Table.STAFF_SIGN_INS);
  }

  @Override
  public void save(SignIn signIn) {
    EnhancedDocument.Builder row =
        Rows.row()
            .putString("signIn", signIn.id())
            .putString("nonce", signIn.nonce())
            .putString("verifier", signIn.verifier())
            .putString("browser", signIn.browser())
            .putString("returnTo", signIn.returnTo())
            .putNumber(Table.EXPIRY_ATTRIBUTE, signIn.expiresAt().getEpochSecond());
    Rows.put(row, "visit", signIn.visit());
    if (signIn.signing() != null) {
      row.putString("signing", Json.MAPPER.writeValueAsString(signIn.signing()));
    }
    if (signIn.attaching() != null) {
      row.putString("attaching", Json.MAPPER.writeValueAsString(signIn.attaching()));
    }
    Rows.put(row, "pairing", signIn.pairing());
    signIns.putItem(row.build());
  }

  @Override
  public Optional<SignIn> take(String id) {
    Expression there =
        Expression.builder()
            .expression("attribute_exists(#signIn)")
            .putExpressionName("#signIn", "signIn")
            .build();
    try {
      return Optional.of(
          read(signIns.deleteItem(r -> r.key(Rows.key(id)).conditionExpression(there))));
    } catch (ConditionalCheckFailedException none) {
      return Optional.empty();
    }
  }

  private static SignIn read(EnhancedDocument row) {
    return new SignIn(
        row.getString("signIn"),
        row.getString("nonce"),
        row.getString("verifier"),
        row.getString("browser"),
        row.getString("returnTo"),
        Instant.ofEpochSecond(row.getNumber(Table.EXPIRY_ATTRIBUTE).longValue()),
        row.getString("visit"),
        row.isPresent("signing")
            ? Json.MAPPER.readValue(row.getString("signing"), SignIn.Signing.class)
            : null,
        row.isPresent("attaching")
            ? Json.MAPPER.readValue(row.getString("attaching"), SignIn.Attaching.class)
            : null,
        row.getString("pairing"));
  }
}
