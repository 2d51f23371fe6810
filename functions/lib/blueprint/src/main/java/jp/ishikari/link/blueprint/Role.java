package jp.ishikari.link.blueprint;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What somebody of the staff may be. What a role opens is said by {@link Access}, nowhere else. */
public enum Role {
  /** Sets up the system; sees no case. */
  SYSTEM_ADMINISTRATOR("システム管理者"),
  /** Registers staff and gives them their roles; sees no case. */
  USER_ADMINISTRATOR("利用者管理者"),
  /** Builds the forms of their divisions, and decides on their cases. */
  DIVISION_ADMINISTRATOR("課の管理者"),
  /** Decides on the cases of their divisions. */
  REVIEWER("審査"),
  /** Reads the cases of their divisions. */
  VIEWER("閲覧"),
  /** Reads the cases of their divisions and who changed whose rights; changes nothing. */
  AUDITOR("監査"),
  /** Sees what came and went of all divisions, and closes the cash of a day; sees no case. */
  ACCOUNTANT("会計"),
  /**
   * Breaks the glass: what system and user administrators may, for the day when none of them can.
   * Networks set in the console do not hold it back; each of its sign-ins is a {@link Signal}.
   */
  EMERGENCY_ADMINISTRATOR("非常用の管理者");

  private static final Set<Role> CASE_ROLES =
      EnumSet.of(DIVISION_ADMINISTRATOR, REVIEWER, VIEWER, AUDITOR);

  private final String label;

  Role(String label) {
    this.label = label;
  }

  /** What it is called in the console. */
  public String label() {
    return label;
  }

  /** Whether it means something only within divisions. */
  public boolean isOfDivisions() {
    return CASE_ROLES.contains(this);
  }

  /** Whether settings may waive the one-time code for it; administrators always enter one. */
  public boolean mayGoWithoutCode() {
    return this == REVIEWER || this == VIEWER || this == AUDITOR;
  }

  /** The role of this name; unknown names grant nothing. */
  public static Optional<Role> of(String name) {
    return Arrays.stream(values()).filter(role -> role.name().equals(name)).findFirst();
  }
}
