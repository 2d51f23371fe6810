package jp.ishikari.link.applications.store;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.Rows;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.ProvenPerson;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import tools.jackson.databind.JsonNode;

/** The claims that an account keeps of its provider, by the names of OpenID Connect Core 5.1. */
public final class DynamoProvenPeople implements ProvenPeople {
  private final DynamoDbTable<EnhancedDocument> accounts;

  public DynamoProvenPeople(Cloud cloud) {
    this.accounts = Rows.of(cloud, Table.ACCOUNTS);
  }

  @Override
  public ProvenPerson of(String accountId) {
    JsonNode claims =
        Optional.ofNullable(accounts.getItem(r -> r.key(Rows.key(accountId)).consistentRead(true)))
            .filter(row -> row.isPresent("claims"))
            .map(row -> Json.MAPPER.readTree(row.getString("claims")))
            .orElseGet(Json.MAPPER::createObjectNode);
    return new ProvenPerson(
        claims.path("name").asString(null), day(claims.path("birthdate").asString("")));
  }

  /** A day with unknown parts is written with zeros: it is none that could be compared. */
  private static LocalDate day(String said) {
    try {
      return LocalDate.parse(said.replace("-", ""), DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeException partly) {
      return null;
    }
  }
}
