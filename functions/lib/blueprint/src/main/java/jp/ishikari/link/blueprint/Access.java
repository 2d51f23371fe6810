package jp.ishikari.link.blueprint;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller must be before a route runs at all, and whose things it shows them then. Finer
 * rules (level of a procedure) are the operation's.
 */
public enum Access {
  /** Guests too. */
  ANYONE(Reach.OPEN),
  /**
   * A machine of a provider's, proven by the provider's signature over the bytes that it sends; it
   * has no session, no origin and no Idempotency-Key.
   */
  MACHINE(Reach.OPEN),
  /** A client of a partner's that may read the list of procedures. */
  PROCEDURE_PARTNER(Reach.OPEN, Scope.PROCEDURES),
  /** A resident with a session. */
  RESIDENT(Reach.OWN_ACCOUNT),
  /** A visit at a registered terminal (窓口の端末), whoever it is. */
  VISITOR(Reach.OPEN),
  /** Staff that the identity provider knows but whose one-time code has not been seen yet. */
  STAFF_FIRST_FACTOR(Reach.OWN_ACCOUNT),
  /** Staff who may read cases. */
  CASE_READER(
      Reach.OWN_DIVISIONS, Role.DIVISION_ADMINISTRATOR, Role.REVIEWER, Role.VIEWER, Role.AUDITOR),
  /** Staff who may take the evidence of signatures out of the system. */
  EVIDENCE_READER(Reach.OWN_DIVISIONS, Role.DIVISION_ADMINISTRATOR, Role.AUDITOR),
  /** Staff who may decide on cases. */
  REVIEWER(Reach.OWN_DIVISIONS, Role.DIVISION_ADMINISTRATOR, Role.REVIEWER),
  /** Staff who may build and publish forms. */
  DESIGNER(Reach.OWN_DIVISIONS, Role.DIVISION_ADMINISTRATOR),
  /** Staff who say how their division works. */
  DIVISION_KEEPER(Reach.OWN_DIVISIONS, Role.DIVISION_ADMINISTRATOR),
  /** Staff who may see what residents looked for in vain, which belongs to no division. */
  WORD_READER(Reach.CITY, Role.DIVISION_ADMINISTRATOR),
  /** Staff who keep the books of the city. */
  ACCOUNTANT(Reach.CITY, Role.ACCOUNTANT),
  /** Staff who may see the directory of staff and its history. */
  STAFF_READER(Reach.CITY, Role.USER_ADMINISTRATOR, Role.AUDITOR, Role.EMERGENCY_ADMINISTRATOR),
  /** Staff who may change the directory of staff. */
  USER_ADMINISTRATOR(Reach.CITY, Role.USER_ADMINISTRATOR, Role.EMERGENCY_ADMINISTRATOR),
  /** Administrators of the city, who are told what another did alone. */
  OVERSEER(
      Reach.CITY, Role.SYSTEM_ADMINISTRATOR, Role.USER_ADMINISTRATOR, Role.EMERGENCY_ADMINISTRATOR),
  /** Staff who may set up the system. */
  SYSTEM_ADMINISTRATOR(Reach.CITY, Role.SYSTEM_ADMINISTRATOR, Role.EMERGENCY_ADMINISTRATOR);

  /** Whose things a route touches. */
  public enum Reach {
    /** What everybody may see. */
    OPEN,
    /** What belongs to the caller. */
    OWN_ACCOUNT,
    /**
     * What belongs to one of the caller's divisions; another's is answered as if it did not exist.
     */
    OWN_DIVISIONS,
    /** Everything of its kind. */
    CITY
  }

  private final Reach reach;
  private final Set<Role> roles;
  private final Scope scope;

  Access(Reach reach, Role... roles) {
    this(reach, null, roles);
  }

  Access(Reach reach, Scope scope, Role... roles) {
    this.reach = reach;
    this.scope = scope;
    this.roles = Collections.unmodifiableSet(new LinkedHashSet<>(Arrays.asList(roles)));
  }

  /** Whether the API's authorizer is asked who calls. */
  public boolean asksTheAuthorizer() {
    return this != MACHINE;
  }

  public Reach reach() {
    return reach;
  }

  /** Staff roles of which one suffices, with both factors; empty where roles do not matter. */
  public Set<Role> roles() {
    return roles;
  }

  /** What a partner's client must be let do; empty where no partner is asked for. */
  public Optional<Scope> scope() {
    return Optional.ofNullable(scope);
  }

  /** Whether one of these roles suffices. */
  public boolean opensTo(Set<Role> held) {
    return held.stream().anyMatch(roles::contains);
  }
}
