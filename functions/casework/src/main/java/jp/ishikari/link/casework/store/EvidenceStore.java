package jp.ishikari.link.casework.store;

import java.util.SortedMap;
import jp.ishikari.link.domain.signing.Evidence;

/** Reads what proves the signatures on an application; it is written with the application. */
public interface EvidenceStore {

  /** By the version that it proves the signature on. */
  SortedMap<Integer, Evidence> find(String applicationId);
}
