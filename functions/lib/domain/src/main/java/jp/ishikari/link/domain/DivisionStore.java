package jp.ishikari.link.domain;

import java.util.List;
import java.util.Optional;

/** Keeps divisions. */
public interface DivisionStore {
  Optional<Division> find(String divisionId);

  /** Every division, by id; may lag behind by a moment. */
  List<Division> all();

  void save(Division division);

  /** Says whether publications need a second person, from now on. */
  void secondPerson(String divisionId, boolean needed);
}
