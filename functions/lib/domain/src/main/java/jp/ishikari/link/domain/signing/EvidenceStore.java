package jp.ishikari.link.domain.signing;

import java.util.SortedMap;

/** Reads what proves the signatures on an application; it is written with the application. */
public interface EvidenceStore {

  /** By the version that it proves the signature on. */
  SortedMap<Integer, Evidence> find(String applicationId);
}
