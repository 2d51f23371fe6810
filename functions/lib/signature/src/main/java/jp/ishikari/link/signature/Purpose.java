package jp.ishikari.link.signature;

/** What a certificate of the card is for. One is never taken for the other. */
public enum Purpose {
  /** 署名用電子証明書: signs a document and carries the four basic data. */
  SIGNATURE,
  /** 利用者証明用電子証明書: proves who logs in; carries neither name nor address. */
  AUTHENTICATION
}
