package jp.ishikari.link.signature;

import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A signature that could be read and whose digest is the content's; whether the certificate's key
 * made it is still to be asked.
 *
 * @param madeBy whether the signature was made with the private half of this key
 */
record ReadSignature(
    SignerCertificate certificate, Optional<Instant> signingTime, Predicate<RSAPublicKey> madeBy) {}
