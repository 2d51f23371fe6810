package jp.ishikari.link.conversations.store;

import java.util.List;
import java.util.Optional;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.Revisions;
import jp.ishikari.link.aws.Tokens;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;

/** Sentences on DynamoDB: a row per revision. A save is one transaction of 2 items. */
public final class DynamoSentenceStore implements SentenceStore {
  private final Cloud cloud;
  private final Revisions<Sentences> revisions;

  public DynamoSentenceStore(Cloud cloud) {
    this.cloud = cloud;
    this.revisions = new Revisions<>(cloud, Table.SENTENCES, Sentences.class);
  }

  @Override
  public List<Sentences> newest(String divisionId, int most) {
    return revisions.newest(divisionId, most);
  }

  @Override
  public Outcome<NotSaved, Sentences> save(String divisionId, Sentences next, Idempotency token) {
    return revisions.adding(divisionId, next.revision(), next, token).commit(next);
  }

  @Override
  public Optional<NotSaved> repeated(String token, String bodyHash) {
    return new Tokens(cloud).repeated(token, bodyHash);
  }
}
