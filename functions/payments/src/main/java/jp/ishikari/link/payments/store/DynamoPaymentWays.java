package jp.ishikari.link.payments.store;

import java.util.List;
import java.util.Optional;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.Revisions;
import jp.ishikari.link.aws.Tokens;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;

/** Revisions of it on DynamoDB. A save is one transaction of 2 items. */
public final class DynamoPaymentWays implements PaymentWays {
  /** The city has one; its revisions are one partition. */
  private static final String CITY = "city";

  private final Cloud cloud;
  private final Revisions<Set> revisions;

  public DynamoPaymentWays(Cloud cloud) {
    this.cloud = cloud;
    this.revisions = new Revisions<>(cloud, Table.PAYMENT_WAYS, Set.class);
  }

  @Override
  public Set current() {
    return history(1).stream().findFirst().orElse(Set.NONE);
  }

  @Override
  public List<Set> history(int most) {
    return revisions.newest(CITY, most);
  }

  @Override
  public Outcome<NotSaved, Set> save(Set next, Idempotency token) {
    return revisions.adding(CITY, next.revision(), next, token).commit(next);
  }

  @Override
  public Optional<NotSaved> repeated(String token, String bodyHash) {
    return new Tokens(cloud).repeated(token, bodyHash);
  }
}
