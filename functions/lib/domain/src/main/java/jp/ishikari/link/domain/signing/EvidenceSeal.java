package jp.ishikari.link.domain.signing;

/** Seals what identifies a certificate; it is opened for an export of the evidence alone. */
public interface EvidenceSeal {

  /**
   * @param digest of what was signed: it opens for the same signature only
   */
  byte[] seal(String digest, Evidence.Identified certificate);

  Evidence.Identified open(String digest, byte[] sealed);
}
