package jp.ishikari.link.identity.store;

/** Keeps what an account's 署名用電子証明書 is known for. Nothing in it identifies the certificate. */
public interface CertificateStore {

  /** In the place of what was known from an earlier signature. */
  void note(String accountId, KnownCertificate.Trial trial);

  KnownCertificate find(String accountId);
}
