package jp.ishikari.link.domain;

import java.util.List;
import java.util.Optional;

/** Keeps published versions of procedures. */
public interface ProcedureStore {

  /** The version that is published now. */
  Optional<Procedure> current(String procedureId);

  /** One version, whether still current or not. */
  Optional<Procedure> version(String procedureId, int version);

  /** Several procedures at their current version, by id; unknown ids are left out. */
  List<Procedure> allCurrent(List<String> procedureIds);

  /** Adds a version; false when that version exists already (versions never change). */
  boolean publish(Procedure procedure);
}
