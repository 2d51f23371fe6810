package jp.ishikari.link.domain;

import java.util.Map;
import java.util.Optional;

/** Who holds which place. Places are taken and given back with the step that does so. */
public interface PlaceStore {

  /** Application ids by the number of the place they hold in a round. */
  Map<Integer, String> held(String round);

  /** The place an application holds. */
  Optional<Place> of(String applicationId);
}
