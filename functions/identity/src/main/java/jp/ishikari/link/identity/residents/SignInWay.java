package jp.ishikari.link.identity.residents;

import java.util.Map;
import jp.ishikari.link.identity.door.Provider;

/**
 * A way for residents to sign in: a provider, and what its sign-in is worth here.
 *
 * @param label what residents call it
 * @param hint what they need for it, in a sentence
 * @param verifies whether it verifies who somebody is (身元確認)
 * @param claims ours to its: where it tells name, address, birthdate and gender
 */
public record SignInWay(
    Provider provider, String label, String hint, boolean verifies, Map<String, String> claims) {

  public String name() {
    return provider.name();
  }
}
