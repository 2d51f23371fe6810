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

/** Places on DynamoDB: one row for the place and one for who holds it, written together. */
public final class DynamoPlaceStore implements PlaceStore {
  private final Cloud cloud;
  private final DynamoDbTable<EnhancedDocument> places;

  public DynamoPlaceStore(Cloud cloud) {
    this.cloud = cloud;
    this.places = Rows.of(cloud, Table.PLACES);
  }

  @Override
  public Part<NotTaken> taking(Place place, String applicationId) {
    EnhancedDocument row =
        Rows.row()
            .putString("round", place.round())
            .putNumber("number", place.number())
            .putString("holder", place.holder())
            .putString("applicationId", applicationId)
            .build();
    EnhancedDocument holder =
        Rows.row().putString("round", place.round()).putString("holder", place.holder()).build();
    return Items.part(
        items -> {
          // First: who holds one already need not draw another number.
          items.putNew(holders(), holder, "round", held -> new NotTaken.HoldsOne());
          items.putNew(places, row, "round", taken -> new NotTaken.PlaceTaken());
        });
  }

  @Override
  public Part<NotSaved> freeing(Place place) {
    return Items.part(
        items -> {
          items.delete(places, Rows.key(place.round(), place.number()));
          items.delete(holders(), Rows.key(place.round(), place.holder()));
        });
  }

  /** Looked for only where places are taken or freed: who just counts them has no such table. */
  private DynamoDbTable<EnhancedDocument> holders() {
    return Rows.of(cloud, Table.PLACE_HOLDERS);
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
        .map(
            row ->
                new Place(
                    row.getString("round"),
                    row.getNumber("number").intValue(),
                    row.getString("holder")))
        .findFirst();
  }
}
