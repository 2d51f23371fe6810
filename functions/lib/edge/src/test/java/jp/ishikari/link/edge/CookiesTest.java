package jp.ishikari.link.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CookiesTest {
  private static Optional<String> session(String... headers) {
    return Cookies.value(List.of(headers), "session");
  }

  @Nested
  class Read {
    @Test
    void findsTheOneValueAmongOthers() {
      assertEquals(Optional.of("abc"), session("theme=dark; session=abc; sessions=no"));
      assertEquals(Optional.of("abc"), session("theme=dark", "session=abc"));
      assertEquals(Optional.of("a=b"), session("session=a=b"));
    }

    @Test
    void takesTheSameValueSentTwice() {
      assertEquals(Optional.of("abc"), session("session=abc", "session=abc"));
    }

    @Test
    void trustsNeitherOfTwoValuesThatDisagree() {
      assertEquals(Optional.empty(), session("session=abc", "session=evil"));
      assertEquals(Optional.empty(), session("session=abc; session=evil"));
      assertEquals(Optional.empty(), session("session=abc; session="));
    }

    @Test
    void findsNothingInNothing() {
      assertEquals(Optional.empty(), session());
      assertEquals(Optional.empty(), session("", ";;", "session"));
    }
  }

  @Nested
  class Written {
    @Test
    void isBoundToTheHostAndToHttpsWhereThereIsHttps() {
      assertEquals(
          "__Host-session=v; Path=/; HttpOnly; SameSite=Lax; Max-Age=60; Secure",
          new Cookies("https://link.example.jp").set("session", "v", Duration.ofMinutes(1)));
    }

    @Test
    void leavesOutWhatChromium72RefusesOnHttp() {
      assertEquals(
          "session=v; Path=/; HttpOnly; SameSite=Lax; Max-Age=60",
          new Cookies("http://127.0.0.1:8080").set("session", "v", Duration.ofMinutes(1)));
    }

    @Test
    void isRemovedUnderTheSameName() {
      assertEquals(
          "__Host-session=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0; Secure",
          new Cookies("https://link.example.jp").clear("session"));
    }
  }
}
