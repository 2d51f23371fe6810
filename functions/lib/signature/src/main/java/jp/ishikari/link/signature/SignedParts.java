package jp.ishikari.link.signature;

import java.io.IOException;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;

/**
 * What of a verified signature proves it without saying who signed, and what says so.
 *
 * @param signature the bare signature
 * @param signedAttributes of a CMS, DER; null of PKCS#1
 * @param identifying the certificate of PKCS#1, or the whole CMS
 */
public record SignedParts(byte[] signature, byte[] signedAttributes, byte[] identifying) {

  /**
   * @param verified a shape that was verified: it is known to be well-formed
   */
  public static SignedParts of(SignatureShape verified) {
    return switch (verified) {
      case SignatureShape.Pkcs1(var signature, var certificate, var form) ->
          new SignedParts(signature, null, certificate);
      case SignatureShape.Cms(var encoded) -> of(encoded);
    };
  }

  private static SignedParts of(byte[] cms) {
    try {
      SignerInformation signer = new CMSSignedData(cms).getSignerInfos().iterator().next();
      return new SignedParts(signer.getSignature(), signer.getEncodedSignedAttributes(), cms);
    } catch (CMSException | IOException unreadable) {
      throw new IllegalArgumentException("this CMS was not verified", unreadable);
    }
  }
}
