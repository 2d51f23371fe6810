package jp.ishikari.link.localcloud.idp;

import java.util.Set;
import jp.ishikari.link.localcloud.Settings.Port;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/** What differs between the providers. */
enum ProviderKind {
  /** The city's staff directory: user name and password. */
  STAFF(
      Port.STAFF_IDP,
      "staff-idp",
      "ishikari-staff",
      "staff",
      "staff.json",
      Set.of("openid", "profile"),
      SignatureAlgorithm.RS256,
      "aal1"),
  /** The card app, in the shape of デジタル認証アプリ: a person's card and its four digits. */
  RESIDENT(
      Port.RESIDENT_IDP,
      "card-idp",
      "ishikari-portal",
      "card",
      "residents.json",
      Set.of("openid", "name", "address", "birthdate", "gender", SigningDesk.SCOPE),
      SignatureAlgorithm.ES256,
      "aal3"),
  /**
   * xID. Its interface is not public: claims have names of their own here, so that a deployment's
   * mapping is needed, as it will be.
   */
  XID(
      Port.XID_IDP,
      "xid-idp",
      "ishikari-portal",
      "xid",
      "residents.json",
      Set.of("openid", "profile", "address"),
      SignatureAlgorithm.RS256,
      "aal2");

  private final Port port;
  private final String cookie;
  private final String clientId;
  private final String callback;
  private final String peopleFile;
  private final Set<String> scopes;
  private final SignatureAlgorithm idTokenAlgorithm;
  private final String acr;

  ProviderKind(
      Port port,
      String cookie,
      String clientId,
      String callback,
      String peopleFile,
      Set<String> scopes,
      SignatureAlgorithm idTokenAlgorithm,
      String acr) {
    this.port = port;
    this.cookie = cookie;
    this.clientId = clientId;
    this.callback = callback;
    this.peopleFile = peopleFile;
    this.scopes = scopes;
    this.idTokenAlgorithm = idTokenAlgorithm;
    this.acr = acr;
  }

  Port port() {
    return port;
  }

  /** Also the name of its folder. Ports of one host share cookies, so each has its own. */
  String cookie() {
    return cookie;
  }

  String clientId() {
    return clientId;
  }

  /** The last part of the client's redirect path. */
  String callback() {
    return callback;
  }

  String peopleFile() {
    return peopleFile;
  }

  Set<String> scopes() {
    return scopes;
  }

  SignatureAlgorithm idTokenAlgorithm() {
    return idTokenAlgorithm;
  }

  /** Whether another client would see another {@code sub} for the same person. */
  String subjectType() {
    return switch (this) {
      case STAFF -> "public";
      case RESIDENT, XID -> "pairwise";
    };
  }

  /** The authentication context that its sign-in reaches. */
  String acr() {
    return acr;
  }
}
