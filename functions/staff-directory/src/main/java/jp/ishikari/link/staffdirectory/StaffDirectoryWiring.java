package jp.ishikari.link.staffdirectory;

import static java.util.Map.entry;

import java.time.InstantSource;
import java.util.Map;
import jp.ishikari.link.aws.CapabilityWiring;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoDivisionRegister;
import jp.ishikari.link.aws.DynamoDivisionStore;
import jp.ishikari.link.aws.DynamoOversightStore;
import jp.ishikari.link.aws.DynamoPartnerClientStore;
import jp.ishikari.link.aws.DynamoSignInPolicyStore;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.domain.DivisionRegister;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.OversightStore;
import jp.ishikari.link.domain.identity.SignInPolicyStore;
import jp.ishikari.link.domain.partner.PartnerClientStore;
import jp.ishikari.link.edge.Budgets;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.HttpEntry;
import jp.ishikari.link.staffdirectory.store.DynamoStaffRegister;
import jp.ishikari.link.staffdirectory.store.StaffRegister;

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

  private static EntryFunction staff(Entry ours, Cloud cloud) {
    StaffRegister register = new DynamoStaffRegister(cloud);
    SignInPolicyStore policies = new DynamoSignInPolicyStore(cloud);
    DivisionStore divisions = new DynamoDivisionStore(cloud);
    InstantSource clock = InstantSource.system();
    boolean ownCodes = cloud.environment().get(Setting.STAFF_SECOND_FACTOR).equals("none");
    OversightStore oversight = new DynamoOversightStore(cloud);
    StaffWrite writes =
        new StaffWrite(register, divisions, new NotedRights(oversight), clock, ownCodes);
    DivisionRegister divisionRegister = new DynamoDivisionRegister(cloud);
    DivisionWrite divisionWrites = new DivisionWrite(divisions, divisionRegister, clock);
    PartnerClientStore partners = new DynamoPartnerClientStore(cloud);
    PartnerWrite partnerWrites = new PartnerWrite(partners, clock);
    return new HttpEntry(
        ours,
        cloud.environment(),
        Budgets.none(),
        Map.ofEntries(
            entry(Route.LIST_STAFF, new ListStaff(register, divisions, clock)),
            entry(Route.READ_STAFF_MEMBER, new ReadStaffMember(register, clock)),
            entry(Route.ADD_STAFF_MEMBER, new AddStaffMember(writes)),
            entry(Route.CHANGE_STAFF_MEMBER, new ChangeStaffMember(writes)),
            entry(Route.RELEASE_STAFF_LOCK, new ReleaseStaffLock(writes)),
            entry(Route.IMPORT_STAFF, new ImportStaff(writes)),
            entry(Route.RESET_ONE_TIME_CODE, new ResetOneTimeCode(writes)),
            entry(Route.LIST_DIVISIONS, new ListDivisions(divisions, divisionRegister)),
            entry(Route.ADD_DIVISION, new AddDivision(divisionWrites)),
            entry(Route.CHANGE_DIVISION, new ChangeDivision(divisions, divisionWrites)),
            entry(Route.LIST_PARTNERS, new ListPartners(partners, clock)),
            entry(Route.ADD_PARTNER, new AddPartner(partnerWrites)),
            entry(Route.RENEW_PARTNER, new RenewPartner(partnerWrites)),
            entry(Route.REVOKE_PARTNER, new RevokePartner(partnerWrites)),
            entry(Route.LIST_OVERSIGHT, new ListOversight(oversight)),
            entry(Route.SEE_OVERSIGHT, new SeeOversight(oversight, clock)),
            entry(Route.READ_SIGN_IN_POLICY, new ReadSignInPolicy(policies)),
            entry(Route.CHANGE_SIGN_IN_POLICY, new ChangeSignInPolicy(policies, clock))));
  }
}
