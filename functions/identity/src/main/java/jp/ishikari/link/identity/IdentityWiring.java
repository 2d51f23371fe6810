package jp.ishikari.link.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;
import jp.ishikari.link.aws.CapabilityWiring;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoPartnerClientStore;
import jp.ishikari.link.aws.DynamoSessionStore;
import jp.ishikari.link.aws.DynamoSignInPolicyStore;
import jp.ishikari.link.aws.DynamoTerminalStore;
import jp.ishikari.link.aws.DynamoVisitStore;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.domain.identity.SignInPolicy;
import jp.ishikari.link.edge.Cookies;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.identity.door.Sessions;
import jp.ishikari.link.identity.residents.CardWay;
import jp.ishikari.link.identity.residents.VisitDoor;
import jp.ishikari.link.identity.staff.StaffOnDuty;
import jp.ishikari.link.identity.store.DynamoStaffDirectory;
import jp.ishikari.link.identity.store.RememberedPolicy;

/** What each entry of this capability is made of. */
public final class IdentityWiring implements CapabilityWiring {
  /** What identities of the My Number card app are stored under. */
  public static final String CARD = CardWay.NAME;

  @Override
  public Capability capability() {
    return Capability.IDENTITY;
  }

  @Override
  public EntryFunction wire(Entry entry, Cloud cloud) {
    InstantSource clock = InstantSource.system();
    return switch (entry) {
      case IDENTITY_RESIDENT -> ResidentWiring.wire(entry, cloud, clock);
      case IDENTITY_STAFF -> StaffWiring.wire(entry, cloud, clock);
      case IDENTITY_RESIDENT_AUTHORIZER ->
          new AuthorizeCaller(
              new Recognition.OfResidents(
                  sessions(Session.Kind.RESIDENT, cloud, clock),
                  sessions(Session.Kind.KIOSK, cloud, clock),
                  new VisitDoor(
                      new DynamoVisitStore(cloud),
                      new DynamoTerminalStore(cloud),
                      new Cookies(cloud.environment().get(Setting.PUBLIC_ORIGIN)),
                      Duration.ofMinutes(cloud.environment().number(Setting.VISIT_IDLE_MINUTES)),
                      clock)));
      case IDENTITY_STAFF_AUTHORIZER -> {
        Supplier<SignInPolicy> policy =
            new RememberedPolicy(new DynamoSignInPolicyStore(cloud), clock);
        StaffOnDuty onDuty = new StaffOnDuty(new DynamoStaffDirectory(cloud), policy, clock);
        yield new AuthorizeCaller(
            new Recognition.OfStaff(staffSessions(cloud, policy, clock), onDuty));
      }
      case IDENTITY_PARTNER_AUTHORIZER ->
          new AuthorizeCaller(
              new Recognition.OfPartners(
                  new PartnerDoor(new DynamoPartnerClientStore(cloud), clock)));
      default -> throw new IllegalArgumentException(entry + " is not ours");
    };
  }

  /** Limits of staff are set in the console, not in the environment. */
  static Sessions staffSessions(Cloud cloud, Supplier<SignInPolicy> policy, InstantSource clock) {
    return new Sessions(
        Session.Kind.STAFF,
        DynamoSessionStore.ofStaff(cloud),
        cloud.environment(),
        clock,
        () -> new Sessions.Limits(policy.get().idle(), policy.get().absolute()));
  }

  static Sessions sessions(Session.Kind kind, Cloud cloud, InstantSource clock) {
    return new Sessions(kind, DynamoSessionStore.ofResidents(cloud), cloud.environment(), clock);
  }
}
