package jp.ishikari.link.counter;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import java.text.ParseException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import jp.ishikari.link.counter.store.ChallengeStore;
import jp.ishikari.link.edge.Secrets;

/**
 * What a terminal sends to prove that it has its key: a JWS (RFC 7515) by ES256 over a challenge of
 * ours and the origin it believes to talk to. Each challenge proves once.
 */
record TerminalProof(ChallengeStore challenges, String origin, InstantSource clock) {

  /** The public key of a terminal: on P-256, a point of the curve, and nothing private with it. */
  static Optional<ECKey> key(Map<String, Object> jwk) {
    try {
      ECKey key = ECKey.parse(jwk);
      return Curve.P_256.equals(key.getCurve()) && !key.isPrivate()
          ? Optional.of(new ECKey.Builder(Curve.P_256, key.getX(), key.getY()).build())
          : Optional.empty();
    } catch (ParseException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** Whether the key signed a challenge that we gave and nobody has used yet. */
  boolean proves(String proof, ECKey key) {
    try {
      JWSObject signed = JWSObject.parse(proof);
      if (!JWSAlgorithm.ES256.equals(signed.getHeader().getAlgorithm())
          || !signed.verify(new ECDSAVerifier(key))) {
        return false;
      }
      Map<String, Object> said = signed.getPayload().toJSONObject();
      return said != null
          && origin.equals(said.get("aud"))
          && said.get("challenge") instanceof String challenge
          && challenges.take(Secrets.hash(challenge), clock.instant());
    } catch (ParseException | JOSEException forged) {
      return false;
    }
  }
}
