package jp.ishikari.link.domain.identity;

/** Secrets that never leave the key service, as sign-in and directory of staff use them. */
public interface StaffKeys {
  /** Keyed hash of an account at the city's identity provider: what it is stored under. */
  String identityOf(String account);

  /** The {@link EnrolmentCode} of one issue for one member of staff; it is stored nowhere. */
  String enrolmentCode(String staffId, int issue);
}
