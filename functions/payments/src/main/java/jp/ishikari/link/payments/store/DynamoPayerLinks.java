package jp.ishikari.link.payments.store;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.EventPart;
import jp.ishikari.link.aws.FacetRows;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.aws.Tokens;
import jp.ishikari.link.aws.Transaction;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Subject;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.CityEvent;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Those links on DynamoDB. A change is one transaction of 3 items: token, link, event. */
public final class DynamoPayerLinks implements PayerLinks {
  private static final int TRIES = 10;

  private final Cloud cloud;
  private final DynamoDbTable<EnhancedDocument> links;

  public DynamoPayerLinks(Cloud cloud) {
    this.cloud = cloud;
    this.links = Rows.of(cloud, Table.PAYER_LINKS);
  }

  @Override
  public List<Link> of(String applicationId) {
    return links
        .query(r -> r.queryConditional(keyEqualTo(Rows.key(applicationId))).consistentRead(true))
        .items()
        .stream()
        .map(DynamoPayerLinks::read)
        .toList();
  }

  @Override
  public Optional<Link> find(String linkId) {
    return links
        .index("byLink")
        .query(r -> r.queryConditional(keyEqualTo(Rows.key(linkId))).limit(1))
        .stream()
        .flatMap(page -> page.items().stream())
        .findFirst()
        .flatMap(
            row ->
                of(row.getString("applicationId")).stream()
                    .filter(link -> link.linkId().equals(linkId))
                    .findFirst());
  }

  @Override
  public Outcome<NotSaved, Link> make(Link link, Idempotency token) {
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.add(new Tokens(cloud).promising(token));
    transaction.putNew(links, write(link, 1), "applicationId", taken -> new NotSaved.Overtaken());
    transaction.add(event(link, 1, EventType.PAYER_LINK_MADE, link.madeAt()));
    return transaction.commit(link);
  }

  @Override
  public Outcome<NotSaved, Link> end(Link link, Instant at, Idempotency token) {
    int version = version(link);
    Link ended = link.ended(at);
    Transaction<NotSaved> transaction = new Transaction<>(cloud.tables());
    transaction.add(new Tokens(cloud).promising(token));
    transaction.put(
        links,
        write(ended, version + 1),
        FacetRows.still(version),
        other -> new NotSaved.Overtaken());
    // Made is the first and ended the last: opening it in between is no event.
    transaction.add(event(ended, 2, EventType.PAYER_LINK_ENDED, at));
    return transaction.commit(ended);
  }

  @Override
  public void opened(Link link, String reference) {
    for (int tried = 0; tried < TRIES; tried++) {
      EnhancedDocument row = row(link);
      Link now = read(row);
      if (now.references().contains(reference)) {
        return;
      }
      int version = row.getNumber("version").intValue();
      try {
        links.putItem(
            r ->
                r.item(write(now.with(reference), version + 1))
                    .conditionExpression(FacetRows.still(version)));
        return;
      } catch (ConditionalCheckFailedException other) {
        // Somebody else opened a page, or it was taken back: read anew.
      }
    }
    throw new IllegalStateException("others kept changing the link");
  }

  @Override
  public Optional<NotSaved> repeated(String token, String bodyHash) {
    return new Tokens(cloud).repeated(token, bodyHash);
  }

  private EnhancedDocument row(Link link) {
    return links.getItem(
        r -> r.key(Rows.key(link.applicationId(), link.number())).consistentRead(true));
  }

  private int version(Link link) {
    return row(link).getNumber("version").intValue();
  }

  private Part<NotSaved> event(Link link, int sequence, EventType type, Instant at) {
    return new EventPart(cloud)
        .of(
            new CityEvent(
                Subject.PAYER_LINK.of(link.applicationId() + "-" + link.number()),
                sequence,
                type,
                at,
                link.applicationId(),
                Map.of()));
  }

  private static EnhancedDocument write(Link link, int version) {
    return Rows.row()
        .putString("applicationId", link.applicationId())
        .putNumber("number", link.number())
        .putString("linkId", link.linkId())
        .putNumber("version", version)
        .putString("content", Json.MAPPER.writeValueAsString(link))
        .build();
  }

  private static Link read(EnhancedDocument row) {
    return Json.MAPPER.readValue(row.getString("content"), Link.class);
  }
}
