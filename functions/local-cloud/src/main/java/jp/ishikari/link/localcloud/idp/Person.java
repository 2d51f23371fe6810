package jp.ishikari.link.localcloud.idp;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Someone who can sign in at a provider of this machine. */
sealed interface Person {
  /** Opaque and lasting; all that the city hall keeps. */
  String sub();

  /** The name as the directory or the card writes it. */
  String name();

  /** What is typed or chosen to say who one is. */
  String signInName();

  /** What proves it. */
  String secret();

  /** The claims beside {@code sub} that the granted scopes open. */
  Map<String, Object> claims(Set<String> scopes);

  /** One entry of {@code staff.json}. */
  record Staff(String username, String password, String sub, String name) implements Person {
    @Override
    public String signInName() {
      return username;
    }

    @Override
    public String secret() {
      return password;
    }

    @Override
    public Map<String, Object> claims(Set<String> scopes) {
      return Map.of("name", name);
    }
  }

  /**
   * One entry of {@code residents.json}, written as the card writes it.
   *
   * @param sub pairwise id
   * @param name family name, U+3000, given name
   * @param address one text with full-width digits
   * @param birthdate {@code YYYYMMDD}
   * @param gender {@code 1} man, {@code 2} woman
   * @param pin the four digits of the card's 利用者証明用 PIN
   * @param signingPassword 6 to 16 letters and digits of its 署名用電子証明書
   */
  record Resident(
      String sub,
      String name,
      String nameKana,
      String address,
      String birthdate,
      String gender,
      String pin,
      String signingPassword)
      implements Person {
    @Override
    public String signInName() {
      return sub;
    }

    @Override
    public String secret() {
      return pin;
    }

    @Override
    public Map<String, Object> claims(Set<String> scopes) {
      var claims = new LinkedHashMap<String, Object>();
      if (scopes.contains("name")) {
        claims.put("name", name);
      }
      if (scopes.contains("address")) {
        claims.put("address", address);
      }
      if (scopes.contains("birthdate")) {
        claims.put("birthdate", birthdate);
      }
      if (scopes.contains("gender")) {
        claims.put("gender", gender);
      }
      return claims;
    }
  }

  /** The same resident as xID knows them: another id, other names for claims, another date. */
  record WithXid(Resident resident) implements Person {
    @Override
    public String sub() {
      return "xid-" + UUID.nameUUIDFromBytes(resident.sub().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String name() {
      return resident.name();
    }

    @Override
    public String signInName() {
      return resident.sub();
    }

    @Override
    public String secret() {
      return resident.pin();
    }

    @Override
    public Map<String, Object> claims(Set<String> scopes) {
      var claims = new LinkedHashMap<String, Object>();
      if (scopes.contains("profile")) {
        claims.put("xid_name", resident.name());
        claims.put("xid_birthdate", resident.birthdate().replaceAll("(....)(..)(..)", "$1-$2-$3"));
        claims.put("xid_gender", resident.gender().equals("1") ? "male" : "female");
      }
      if (scopes.contains("address")) {
        claims.put("xid_address", Map.of("formatted", resident.address()));
      }
      return claims;
    }
  }
}
