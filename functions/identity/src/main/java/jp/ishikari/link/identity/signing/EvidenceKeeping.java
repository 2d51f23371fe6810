package jp.ishikari.link.identity.signing;

import jp.ishikari.link.domain.signing.Evidence;
import jp.ishikari.link.domain.signing.EvidenceSeal;
import jp.ishikari.link.identity.store.ResidentKeys;
import jp.ishikari.link.signature.SignatureShape;
import jp.ishikari.link.signature.SignedParts;
import jp.ishikari.link.signature.Signer;

/**
 * What is kept of a verified signature.
 *
 * @param seal null unless the city may keep what identifies a certificate
 */
public record EvidenceKeeping(ResidentKeys keys, EvidenceSeal seal) {

  /**
   * As the operators set it.
   *
   * @throws IllegalArgumentException when it is neither of the two
   */
  public static EvidenceKeeping of(String setting, ResidentKeys keys, EvidenceSeal seal) {
    return switch (setting) {
      case "CERTIFICATE" -> new EvidenceKeeping(keys, seal);
      case "KEYED_HASH" -> new EvidenceKeeping(keys, null);
      default ->
          throw new IllegalArgumentException("SIGNATURE_EVIDENCE: CERTIFICATE or KEYED_HASH");
    };
  }

  public Evidence of(
      byte[] content, String digest, SignatureShape verified, Signer signer, String provider) {
    SignedParts parts = SignedParts.of(verified);
    String serial = signer.serial().toString();
    return new Evidence(
        content,
        parts.signature(),
        parts.signedAttributes(),
        verified instanceof SignatureShape.Pkcs1 pkcs1 ? pkcs1.hashForm().name() : null,
        provider,
        signer.policy(),
        keys.markOf(signer.issuer(), serial),
        seal == null
            ? null
            : seal.seal(
                digest, new Evidence.Identified(signer.issuer(), serial, parts.identifying())));
  }
}
