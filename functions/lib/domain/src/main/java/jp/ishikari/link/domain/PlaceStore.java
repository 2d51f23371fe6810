package jp.ishikari.link.domain;

import java.util.Map;
import java.util.Optional;

/** Who holds which place. Places are taken and given back with the step that does so. */
public interface PlaceStore {

  /** Somebody else was first to take the place; choose another. */
  record PlaceTaken() {}

  /** That an application takes a free place. */
  Part<PlaceTaken> taking(Place place, String applicationId);

  /** That a place is free again, whoever held it. */
  Part<NotSaved> freeing(Place place);

  /** Application ids by the number of the place they hold in a round. */
  Map<Integer, String> held(String round);

  /** The place an application holds. */
  Optional<Place> of(String applicationId);
}
