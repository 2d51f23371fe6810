package jp.ishikari.link.localcloud.idp;

import com.nimbusds.jose.Algorithm;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.UUID;
import jp.ishikari.link.localcloud.wire.StateFolder;

/** A provider's signing keys: one RSA (RS256) and one P-256 (ES256), kept over restarts. */
final class SigningKeys {
  private SigningKeys() {}

  static JWKSet in(Path folder) throws IOException, JOSEException, ParseException {
    var file = folder.resolve("signing-keys.json");
    if (Files.exists(file)) {
      return JWKSet.parse(Files.readString(file));
    }
    var keys = new JWKSet(List.<JWK>of(rsa(), ec()));
    StateFolder.write(file, keys.toString(false).getBytes(StandardCharsets.UTF_8));
    return keys;
  }

  private static JWK rsa() throws JOSEException {
    return new RSAKeyGenerator(2048)
        .keyID(UUID.randomUUID().toString())
        .keyUse(KeyUse.SIGNATURE)
        .algorithm((Algorithm) JWSAlgorithm.RS256)
        .generate();
  }

  private static ECKey ec() throws JOSEException {
    return new ECKeyGenerator(Curve.P_256)
        .keyID(UUID.randomUUID().toString())
        .keyUse(KeyUse.SIGNATURE)
        .algorithm((Algorithm) JWSAlgorithm.ES256)
        .generate();
  }
}
