package jp.ishikari.link.signature;

/** A signature as it arrives. The bytes are a stranger's: nothing about them is known yet. */
public sealed interface SignatureShape {

  /**
   * PKCS#1 v1.5 beside its certificate, as デジタル認証アプリ returns the two.
   *
   * @param signature the bare signature, as long as the key
   * @param certificate the signer's certificate, DER
   */
  record Pkcs1(byte[] signature, byte[] certificate, HashForm hashForm) implements SignatureShape {}

  /**
   * CMS SignedData (RFC 5652) with the content left out.
   *
   * @param encoded the ContentInfo, DER
   */
  record Cms(byte[] encoded) implements SignatureShape {}
}
