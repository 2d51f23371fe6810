package jp.ishikari.link.staffdirectory.store;

import java.util.List;
import java.util.Optional;
import jp.ishikari.link.domain.Idempotency;
import jp.ishikari.link.domain.NotSaved;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.identity.Registration;
import jp.ishikari.link.domain.identity.SecondFactor;
import jp.ishikari.link.domain.identity.StaffMember;

/** The directory of staff as user administrators keep it. Each write is one transaction. */
public interface StaffRegister {

  /** Everybody, also those whose time has ended, by id; may lag behind by a moment. */
  List<StaffMember> all();

  Optional<StaffMember> find(String staffId);

  /** The id of the member with this account, if there is one. */
  Optional<String> holderOf(String account);

  /** Newest first. */
  List<StaffChange> history(String staffId);

  /**
   * Adds a member; overtaken when the account has been given to another meanwhile.
   *
   * @param besides what becomes true with it
   */
  Outcome<NotSaved, StaffChange> add(
      Registration registration,
      SecondFactor factor,
      StaffChange change,
      List<Part<NotSaved>> besides,
      Idempotency token);

  /**
   * Sets where a member stands with the one-time code, only over the state and registration that
   * were read.
   */
  Outcome<NotSaved, StaffChange> set(
      StaffMember read, SecondFactor next, StaffChange change, Idempotency token);

  /** The code that enrols a member's authenticator. */
  String enrolmentCode(String staffId, int issue);

  /**
   * Writes a registration over the one before it, only if that is on record.
   *
   * @param unchanged members who must stand as they were read, for the reason that allows the
   *     change
   * @param besides what becomes true with it
   */
  Outcome<NotSaved, StaffChange> change(
      Registration registration,
      StaffChange change,
      List<StaffMember> unchanged,
      List<Part<NotSaved>> besides,
      Idempotency token);

  /** What became of an earlier request with this token, if there was one. */
  Optional<NotSaved> repeated(String token, String bodyHash);
}
