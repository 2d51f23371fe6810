package jp.ishikari.link.domain;

import java.util.Optional;

/** Keeps divisions. */
public interface DivisionStore {
  Optional<Division> find(String divisionId);

  void save(Division division);
}
