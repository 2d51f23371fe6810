package jp.ishikari.link.identity;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * An OpenID Connect provider and how we are known there.
 *
 * @param name part of what an identity is stored under
 * @param callback our redirect URI
 * @param algorithms of ID tokens that are believed; nothing else is, whatever a token says
 */
record Provider(
    String name,
    String issuer,
    String clientId,
    String callback,
    Set<String> scopes,
    Set<JWSAlgorithm> algorithms) {

  /** Words of a setting, in their order. */
  static Set<String> listed(String setting) {
    return new LinkedHashSet<>(List.of(setting.strip().split("\\s+")));
  }

  /**
   * @throws IllegalArgumentException when one is not a signature by a key pair: a token that is
   *     unsigned, or signed with a secret that both sides know, proves nothing
   */
  static Set<JWSAlgorithm> algorithms(String setting) {
    Set<JWSAlgorithm> algorithms = new LinkedHashSet<>();
    for (String name : listed(setting)) {
      JWSAlgorithm algorithm = JWSAlgorithm.parse(name);
      if (!JWSAlgorithm.Family.SIGNATURE.contains(algorithm)) {
        throw new IllegalArgumentException(name + " is no algorithm to believe an id token by");
      }
      algorithms.add(algorithm);
    }
    return algorithms;
  }
}
