package jp.ishikari.link.identity.staff;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SecondFactorClaimTest {
  @Test
  void isBelievedInOneClaimWithOneValueOnly() {
    SecondFactorClaim claim = SecondFactorClaim.read("custom:mfa=done=yes");
    assertTrue(claim.in(Map.of("custom:mfa", "done=yes")));
    assertFalse(claim.in(Map.of("custom:mfa", "no")));
    assertFalse(claim.in(Map.of("mfa", "done=yes")));
    assertFalse(claim.in(Map.of()));
  }

  @Test
  void isNeverBelievedWhereNoneIsSet() {
    assertFalse(SecondFactorClaim.read("none").in(Map.of("none", "none")));
  }

  @Test
  void stopsTheStartWhenItIsNeither() {
    assertThrows(IllegalArgumentException.class, () -> SecondFactorClaim.read("mfa"));
    assertThrows(IllegalArgumentException.class, () -> SecondFactorClaim.read("=yes"));
    assertThrows(IllegalArgumentException.class, () -> SecondFactorClaim.read(""));
  }
}
