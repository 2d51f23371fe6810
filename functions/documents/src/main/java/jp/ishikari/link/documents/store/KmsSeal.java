package jp.ishikari.link.documents.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.documents.print.Seal;
import org.bouncycastle.cert.X509CertificateHolder;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** The city's seal, whose key is in KMS and whose certificate is a setting. */
public final class KmsSeal {
  private static final String NONE = "none";

  private KmsSeal() {}

  public static Seal of(Cloud cloud) {
    String certificate = cloud.environment().get(Setting.SEAL_CERTIFICATE);
    if (certificate.equals(NONE)) {
      return Seal.NONE;
    }
    try {
      return Seal.of(
          new X509CertificateHolder(Base64.getDecoder().decode(certificate)),
          message ->
              cloud
                  .keys()
                  .sign(
                      r ->
                          r.keyId(cloud.environment().nameOf(Key.DOCUMENT_SEAL))
                              .messageType(MessageType.RAW)
                              .message(SdkBytes.fromByteArray(message))
                              .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256))
                  .signature()
                  .asByteArray());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
