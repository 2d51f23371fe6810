package jp.ishikari.link.domain.signing;

/**
 * What proves a signature later on. The certificate itself and its serial number identify a person
 * to whoever holds another record of them; only a 署名検証者 (公的個人認証法 第17条) may keep them, so a keyed
 * hash stands for both.
 *
 * @param content the bytes that were signed (RFC 8785)
 * @param signature as it came
 * @param hashForm what the signature is over
 * @param policy object identifier of the certificate's policy
 * @param certificate keyed hash of issuer and serial number
 */
public record Evidence(
    byte[] content, byte[] signature, String hashForm, String policy, String certificate) {}
