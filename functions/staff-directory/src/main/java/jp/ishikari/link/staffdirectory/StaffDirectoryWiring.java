package jp.ishikari.link.staffdirectory;

import java.time.InstantSource;
import java.util.Map;
import jp.ishikari.link.aws.CapabilityWiring;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoDivisionStore;
import jp.ishikari.link.aws.DynamoSignInPolicyStore;
import jp.ishikari.link.aws.DynamoStaffRegister;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.identity.SignInPolicyStore;
import jp.ishikari.link.domain.identity.StaffRegister;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.HttpEntry;

/** What each entry of this capability is made of. */
public final class StaffDirectoryWiring implements CapabilityWiring {

  @Override
  public Capability capability() {
    return Capability.STAFF_DIRECTORY;
  }

  @Override
  public EntryFunction wire(Entry entry, Cloud cloud) {
    return switch (entry) {
      case STAFF_DIRECTORY_STAFF -> staff(entry, cloud);
      default -> throw new IllegalArgumentException(entry + " is not ours");
    };
  }

  private static EntryFunction staff(Entry entry, Cloud cloud) {
    StaffRegister register = new DynamoStaffRegister(cloud);
    SignInPolicyStore policies = new DynamoSignInPolicyStore(cloud);
    DivisionStore divisions = new DynamoDivisionStore(cloud);
    InstantSource clock = InstantSource.system();
    StaffWrite writes = new StaffWrite(register, divisions, clock);
    return new HttpEntry(
        entry,
        cloud.environment(),
        Map.of(
            Route.LIST_STAFF,
            new ListStaff(register, divisions, clock),
            Route.READ_STAFF_MEMBER,
            new ReadStaffMember(register, clock),
            Route.ADD_STAFF_MEMBER,
            new AddStaffMember(writes),
            Route.CHANGE_STAFF_MEMBER,
            new ChangeStaffMember(writes),
            Route.RELEASE_STAFF_LOCK,
            new ReleaseStaffLock(writes),
            Route.IMPORT_STAFF,
            new ImportStaff(writes),
            Route.READ_SIGN_IN_POLICY,
            new ReadSignInPolicy(policies),
            Route.CHANGE_SIGN_IN_POLICY,
            new ChangeSignInPolicy(policies, clock),
            Route.RESET_ONE_TIME_CODE,
            new ResetOneTimeCode(writes)));
  }
}
