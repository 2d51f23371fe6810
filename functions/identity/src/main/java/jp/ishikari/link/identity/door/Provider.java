package jp.ishikari.link.identity.door;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An OpenID Connect provider and how we are known there.
 *
 * @param name part of our addresses, and of what an identity is stored under
 * @param callback our redirect URI
 * @param algorithms of ID tokens that are believed; nothing else is, whatever a token says
 */
public record Provider(
    String name,
    Endpoints endpoints,
    String clientId,
    ClientAuthentication authentication,
    String callback,
    Set<String> scopes,
    Set<JWSAlgorithm> algorithms) {

  /** How our client proves itself at the token endpoint. */
  public enum ClientAuthentication {
    /** RFC 7523, by a key in KMS. */
    PRIVATE_KEY_JWT,
    /** A public client: the code is bound to who asked for it by PKCE (RFC 7636) alone. */
    NONE
  }

  /** Words of a setting, in their order. */
  public static Set<String> listed(String setting) {
    return new LinkedHashSet<>(List.of(setting.strip().split("\\s+")));
  }

  /**
   * Pairs of a setting, {@code ours=its} with spaces between.
   *
   * @throws IllegalArgumentException when one is no pair
   */
  public static Map<String, String> pairs(String setting) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : listed(setting)) {
      int between = pair.indexOf('=');
      if (between < 1 || between == pair.length() - 1) {
        throw new IllegalArgumentException(pair + " is not of the form ours=its");
      }
      pairs.put(pair.substring(0, between), pair.substring(between + 1));
    }
    return pairs;
  }

  /**
   * @throws IllegalArgumentException when one is not a signature by a key pair: a token that is
   *     unsigned, or signed with a secret that both sides know, proves nothing
   */
  public static Set<JWSAlgorithm> algorithms(String setting) {
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
