package jp.ishikari.link.documents.print;

import java.time.Instant;
import org.bouncycastle.cert.X509CertificateHolder;

/** The city's seal (電子シール) on a printed letter, by PAdES (ETSI EN 319 142-1, level B-B). */
public interface Seal {
  /** A city that has no certificate yet: its letters are as they were printed. */
  Seal NONE =
      new Seal() {
        @Override
        public boolean isHeld() {
          return false;
        }

        @Override
        public byte[] on(byte[] pdf, Instant at) {
          return pdf;
        }
      };

  /** Whether letters come out sealed. */
  boolean isHeld();

  /**
   * The same letter, sealed.
   *
   * @param at when, as the seal claims it
   */
  byte[] on(byte[] pdf, Instant at);

  /** The key of a seal, which never leaves where it is kept. */
  @FunctionalInterface
  interface Key {
    /** The message's signature by ECDSA with SHA-256, in DER. */
    byte[] sign(byte[] message);
  }

  static Seal of(X509CertificateHolder certificate, Key key) {
    return new PdfSeal(certificate, key);
  }
}
