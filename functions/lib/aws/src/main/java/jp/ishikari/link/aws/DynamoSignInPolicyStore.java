package jp.ishikari.link.aws;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.util.List;
import java.util.Optional;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.ApplicationStore.NotSaved;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.identity.SignInPolicy;
import jp.ishikari.link.domain.identity.SignInPolicyStore;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/** Revisions of the sign-in policy on DynamoDB. A save is one transaction of 2 items. */
public final class DynamoSignInPolicyStore implements SignInPolicyStore {
  /** There is one policy; its revisions are one partition. */
  private static final String STAFF = "staff";

  private final Cloud cloud;
  private final DynamoDbTable<EnhancedDocument> policies;

  public DynamoSignInPolicyStore(Cloud cloud) {
    this.cloud = cloud;
    this.policies = Rows.of(cloud, Table.POLICIES);
  }

  @Override
  public SignInPolicy current() {
    return history(1).stream().findFirst().orElse(SignInPolicy.FIRST);
  }

  @Override
  public List<SignInPolicy> history(int most) {
    return policies
        .query(
            r ->
                r.queryConditional(keyEqualTo(Rows.key(STAFF)))
                    .scanIndexForward(false)
                    .limit(most)
                    .consistentRead(true))
        .stream()
        .limit(1)
        .flatMap(page -> page.items().stream())
        .map(row -> Json.MAPPER.readValue(row.getString("content"), SignInPolicy.class))
        .toList();
  }

  @Override
  public Outcome<NotSaved, SignInPolicy> save(SignInPolicy next, Idempotency token) {
    Transaction transaction = new Transaction(cloud.tables());
    new Tokens(cloud).add(transaction, token);
    transaction.putNew(
        policies,
        Rows.row()
            .putString("policy", STAFF)
            .putNumber("revision", next.revision())
            .putString("content", Json.MAPPER.writeValueAsString(next))
            .build(),
        "policy",
        taken -> new NotSaved.Overtaken());
    return transaction.commit(next);
  }

  @Override
  public Optional<NotSaved> repeated(String token, String bodyHash) {
    return new Tokens(cloud).repeated(token, bodyHash);
  }
}
