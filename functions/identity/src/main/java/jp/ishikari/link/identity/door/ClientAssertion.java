package jp.ishikari.link.identity.door;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import jp.ishikari.link.identity.store.ClientKey;

/** Proves our client to a provider (private_key_jwt, RFC 7523) with a key that never leaves KMS. */
public final class ClientAssertion {
  private static final Duration LIFE = Duration.ofSeconds(60);
  private static final int ES256_BYTES = 64;

  private final ClientKey client;
  private volatile ECKey publicKey;

  public ClientAssertion(ClientKey client) {
    this.client = client;
  }

  PrivateKeyJWT sign(String clientId, URI tokenEndpoint, Instant now) {
    try {
      JWSHeader header =
          new JWSHeader.Builder(JWSAlgorithm.ES256)
              .type(JOSEObjectType.JWT)
              .keyID(key().getKeyID())
              .build();
      JWTClaimsSet claims =
          new JWTClaimsSet.Builder()
              .issuer(clientId)
              .subject(clientId)
              .audience(tokenEndpoint.toString())
              .jwtID(UUID.randomUUID().toString())
              .issueTime(Date.from(now))
              .expirationTime(Date.from(now.plus(LIFE)))
              .build();
      Base64URL head = header.toBase64URL();
      Base64URL body = Base64URL.encode(claims.toString());
      byte[] der = client.signEs256((head + "." + body).getBytes(StandardCharsets.US_ASCII));
      Base64URL signature = Base64URL.encode(ECDSA.transcodeSignatureToConcat(der, ES256_BYTES));
      return new PrivateKeyJWT(new SignedJWT(head, body, signature));
    } catch (ParseException | JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Our public key, as providers fetch it. */
  public String jwks() {
    return new JWKSet(key()).toString();
  }

  /** The same, and the key under which the results of signing transactions are encrypted. */
  public String jwksWith(byte[] resultKey) {
    try {
      RSAPublicKey key =
          (RSAPublicKey)
              KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(resultKey));
      return new JWKSet(
              List.of(
                  key(),
                  new RSAKey.Builder(key)
                      .keyUse(KeyUse.ENCRYPTION)
                      .algorithm(JWEAlgorithm.RSA_OAEP_256)
                      .keyIDFromThumbprint()
                      .build()))
          .toString();
    } catch (GeneralSecurityException | JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private ECKey key() {
    ECKey known = publicKey;
    if (known == null) {
      try {
        ECPublicKey key =
            (ECPublicKey)
                KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(client.publicKey()));
        known =
            new ECKey.Builder(Curve.P_256, key)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.ES256)
                .keyIDFromThumbprint()
                .build();
        publicKey = known;
      } catch (GeneralSecurityException | JOSEException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
    return known;
  }
}
