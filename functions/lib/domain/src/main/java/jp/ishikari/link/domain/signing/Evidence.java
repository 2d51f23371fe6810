package jp.ishikari.link.domain.signing;

/**
 * What proves a signature later on. The certificate itself and its serial number identify a person
 * to whoever holds another record of them; only a 署名検証者 (公的個人認証法 第17条) may keep them, and then
 * sealed. Otherwise a keyed hash stands for both.
 *
 * @param content the bytes that were signed (RFC 8785)
 * @param signature the bare signature
 * @param signedAttributes of a CMS, DER: what its signature is over; null of PKCS#1
 * @param hashForm what a signature of PKCS#1 is over; null of a CMS
 * @param provider who brought it
 * @param policy object identifier of the certificate's policy
 * @param certificate keyed hash of issuer and serial number
 * @param sealed {@link Identified}; null unless the city may keep it
 */
public record Evidence(
    byte[] content,
    byte[] signature,
    byte[] signedAttributes,
    String hashForm,
    String provider,
    String policy,
    String certificate,
    byte[] sealed) {

  /**
   * What identifies the certificate.
   *
   * @param issuer distinguished name in RFC 4519 style
   * @param serial decimal
   * @param original DER: the certificate of PKCS#1, or the whole CMS as it came
   */
  public record Identified(String issuer, String serial, byte[] original) {

    /** Without what identifies a person, so that a log line cannot. */
    @Override
    public String toString() {
      return "Identified";
    }
  }
}
