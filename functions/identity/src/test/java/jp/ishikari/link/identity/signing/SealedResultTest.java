package jp.ishikari.link.identity.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.Optional;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.identity.door.ClientAssertion;
import jp.ishikari.link.identity.store.KmsClientKey;
import jp.ishikari.link.identity.store.KmsResidentKeys;
import jp.ishikari.link.identity.store.ResidentKeys;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.TestCloud;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.EncryptionAlgorithmSpec;

/** What a provider seals for us, opened with a key that never leaves the key service. */
@ExtendWith(Engines.class)
class SealedResultTest {
  private static ResidentKeys keys;
  private static RSAKey published;

  @BeforeAll
  static void publish(TestCloud cloud) throws Exception {
    // The engine makes a key when it is first used, and only this use tells it of which kind.
    cloud
        .keys()
        .encrypt(
            r ->
                r.keyId(cloud.environment().nameOf(Key.SIGNING_RESULTS))
                    .plaintext(SdkBytes.fromByteArray(new byte[] {1}))
                    .encryptionAlgorithm(EncryptionAlgorithmSpec.RSAES_OAEP_SHA_256));
    keys = new KmsResidentKeys(cloud);
    published =
        (RSAKey)
            JWKSet.parse(
                    new ClientAssertion(KmsClientKey.ofResidents(cloud)).jwksWith(keys.resultKey()))
                .getKeys()
                .stream()
                .filter(key -> key.getKeyUse() == KeyUse.ENCRYPTION)
                .findFirst()
                .orElseThrow();
  }

  private static String sealed(RSAKey key, JWEAlgorithm algorithm, EncryptionMethod method)
      throws Exception {
    JWEObject jwe = new JWEObject(new JWEHeader(algorithm, method), new Payload("署名と証明書"));
    jwe.encrypt(new RSAEncrypter(key));
    return jwe.serialize();
  }

  private static String ours() throws Exception {
    return sealed(published, JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM);
  }

  @Test
  void isOpenedWithTheKeyThatWePublish() throws Exception {
    assertEquals(Optional.of("署名と証明書"), SealedResult.open(ours(), keys));
  }

  @Nested
  class Refused {
    @Test
    void whenSealedForSomebodyElse() throws Exception {
      RSAKey theirs = new RSAKeyGenerator(2048).generate();
      assertEquals(
          Optional.empty(),
          SealedResult.open(
              sealed(theirs, JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM), keys));
    }

    @Test
    @SuppressWarnings("deprecation")
    void whenTheAlgorithmIsNotOurs() throws Exception {
      for (String other :
          new String[] {
            sealed(published, JWEAlgorithm.RSA1_5, EncryptionMethod.A256GCM),
            sealed(published, JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A128CBC_HS256)
          }) {
        assertEquals(Optional.empty(), SealedResult.open(other, keys));
      }
    }

    @Test
    void whenAnyPartWasChanged() throws Exception {
      String[] parts = ours().split("\\.");
      for (int part = 1; part < parts.length; part++) {
        String[] changed = parts.clone();
        char first = changed[part].charAt(0);
        changed[part] = (first == 'A' ? 'B' : 'A') + changed[part].substring(1);
        assertTrue(SealedResult.open(String.join(".", changed), keys).isEmpty(), "part " + part);
      }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a.b.c.d.e", "{}", "....", "eyJhbGciOiJub25lIn0..."})
    void whenItIsNoJwe(String text) {
      assertEquals(Optional.empty(), SealedResult.open(text, keys));
    }
  }
}
