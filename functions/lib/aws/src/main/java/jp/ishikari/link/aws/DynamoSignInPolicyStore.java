package jp.ishikari.link.aws;

import java.util.List;
import java.util.Optional;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.identity.SignInPolicy;
import jp.ishikari.link.domain.identity.SignInPolicyStore;

/** Revisions of the sign-in policy on DynamoDB. A save is one transaction of 2 items. */
public final class DynamoSignInPolicyStore implements SignInPolicyStore {
  /** There is one policy; its revisions are one partition. */
  private static final String STAFF = "staff";

  private final Cloud cloud;
  private final Revisions<SignInPolicy> policies;

  public DynamoSignInPolicyStore(Cloud cloud) {
    this.cloud = cloud;
    this.policies = new Revisions<>(cloud, Table.POLICIES, SignInPolicy.class);
  }

  @Override
  public SignInPolicy current() {
    return history(1).stream().findFirst().orElse(SignInPolicy.FIRST);
  }

  @Override
  public List<SignInPolicy> history(int most) {
    return policies.newest(STAFF, most);
  }

  @Override
  public Outcome<NotSaved, SignInPolicy> save(SignInPolicy next, Idempotency token) {
    return policies.adding(STAFF, next.revision(), next, token).commit(next);
  }

  @Override
  public Optional<NotSaved> repeated(String token, String bodyHash) {
    return new Tokens(cloud).repeated(token, bodyHash);
  }
}
