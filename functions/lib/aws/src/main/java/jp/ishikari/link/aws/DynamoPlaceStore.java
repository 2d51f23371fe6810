package jp.ishikari.link.aws;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.Place;
import jp.ishikari.link.domain.PlaceStore;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;

/** Places on DynamoDB, one row each. */
public final class DynamoPlaceStore implements PlaceStore {
  private final DynamoDbTable<EnhancedDocument> places;

  public DynamoPlaceStore(Cloud cloud) {
    this.places = Rows.of(cloud, Table.PLACES);
  }

  @Override
  public Part<PlaceTaken> taking(Place place, String applicationId) {
    EnhancedDocument row =
        Rows.row()
            .putString("round", place.round())
            .putNumber("number", place.number())
            .putString("applicationId", applicationId)
            .build();
    return Items.part(items -> items.putNew(places, row, "round", taken -> new PlaceTaken()));
  }

  @Override
  public Part<NotSaved> freeing(Place place) {
    return Items.part(items -> items.delete(places, Rows.key(place.round(), place.number())));
  }

  @Override
  public Map<Integer, String> held(String round) {
    Map<Integer, String> held = new TreeMap<>();
    places
        .query(r -> r.queryConditional(keyEqualTo(Rows.key(round))).consistentRead(true))
        .items()
        .forEach(
            row -> held.put(row.getNumber("number").intValue(), row.getString("applicationId")));
    return held;
  }

  @Override
  public Optional<Place> of(String applicationId) {
    return places.index("byApplication").query(keyEqualTo(Rows.key(applicationId))).stream()
        .flatMap(page -> page.items().stream())
        .map(row -> new Place(row.getString("round"), row.getNumber("number").intValue()))
        .findFirst();
  }
}
