package jp.ishikari.link.identity.staff;

import java.util.Map;

/**
 * How the staff's provider says that it asked for a second factor itself.
 *
 * @param name of the claim; null where it never does
 * @param value that the claim has then
 */
public record SecondFactorClaim(String name, String value) {

  /** From {@code name=value}, or {@code none}. */
  public static SecondFactorClaim read(String setting) {
    int split = setting.indexOf('=');
    if (split < 1 && !setting.equals("none")) {
      throw new IllegalArgumentException("STAFF_SECOND_FACTOR is neither name=value nor none");
    }
    return split < 1
        ? new SecondFactorClaim(null, null)
        : new SecondFactorClaim(setting.substring(0, split), setting.substring(split + 1));
  }

  public boolean in(Map<String, String> claims) {
    return name != null && value.equals(claims.get(name));
  }
}
