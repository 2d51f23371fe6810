package jp.ishikari.link.domain;

import java.util.List;
import java.util.Optional;

/** Keeps divisions. */
public interface DivisionStore {
  Optional<Division> find(String divisionId);

  /** Every division, by id; may lag behind by a moment. */
  List<Division> all();

  void save(Division division);

  /** The rule of a division's publications as it stands now; none where there is no division. */
  Optional<PublicationRule> rule(String divisionId);
}
