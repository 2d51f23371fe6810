package jp.ishikari.link.domain;

import java.util.Map;
import java.util.Optional;

/** Who holds which place: one each. Places are taken and given back with the step that does so. */
public interface PlaceStore {

  /** Why a place was not taken. */
  sealed interface NotTaken {
    /** Somebody else was first to take the place; choose another. */
    record PlaceTaken() implements NotTaken {}

    /** Whoever wants it holds one already. */
    record HoldsOne() implements NotTaken {}
  }

  /** That an application takes a free place for who holds none. */
  Part<NotTaken> taking(Place place, String applicationId);

  /** That a place is free again, and its holder without one. */
  Part<NotSaved> freeing(Place place);

  /** Application ids by the number of the place they hold in a round. */
  Map<Integer, String> held(String round);

  /** The place an application holds. */
  Optional<Place> of(String applicationId);
}
