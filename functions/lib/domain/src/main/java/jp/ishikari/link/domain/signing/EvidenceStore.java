package jp.ishikari.link.domain.signing;

import java.util.SortedMap;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Part;

/** Keeps what proves the signatures on an application, one for each version that was signed. */
public interface EvidenceStore {

  /**
   * That what was taken is kept as the proof of the signature on a version of an application; once.
   */
  Part<NotSaved> keeping(String applicationId, int version, SigningRequest.Signed signed);

  /** By the version that it proves the signature on. */
  SortedMap<Integer, Evidence> find(String applicationId);
}
