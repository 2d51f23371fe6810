package jp.ishikari.link.identity.signing;

import jp.ishikari.link.signature.HashForm;
import jp.ishikari.link.signature.SignatureShape;

/** How a provider gives a signature, as its adapter is set. */
public enum AnswerShape {
  /** The bare signature, and the certificate beside it. */
  PKCS1 {
    @Override
    public SignatureShape read(byte[] signature, byte[] certificate, HashForm form) {
      return new SignatureShape.Pkcs1(signature, certificate, form);
    }
  },
  /** One message that holds both; what may lie beside it is not looked at. */
  CMS {
    @Override
    public SignatureShape read(byte[] signature, byte[] certificate, HashForm form) {
      return new SignatureShape.Cms(signature);
    }
  };

  public abstract SignatureShape read(byte[] signature, byte[] certificate, HashForm form);
}
