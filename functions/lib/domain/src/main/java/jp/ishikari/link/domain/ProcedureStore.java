package jp.ishikari.link.domain;

import java.util.List;
import java.util.Optional;

/** Keeps published versions of procedures. */
public interface ProcedureStore {

  /** The version that is published now. */
  Optional<Procedure> current(String procedureId);

  /** One version, whether still current or not. */
  Optional<Procedure> version(String procedureId, int version);

  /** Every version there is, newest first. */
  List<Procedure> versions(String procedureId);

  /** Every procedure at the version that is listed now, by id. */
  List<Procedure> listed();

  /**
   * Adds a version, which is listed from then on instead of the one before; false when it exists
   * already.
   */
  boolean publish(Procedure procedure);
}
