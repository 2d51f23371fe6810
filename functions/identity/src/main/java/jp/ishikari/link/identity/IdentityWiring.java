package jp.ishikari.link.identity;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import jp.ishikari.link.aws.CapabilityWiring;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoAccountStore;
import jp.ishikari.link.aws.DynamoDivisionStore;
import jp.ishikari.link.aws.DynamoSessionStore;
import jp.ishikari.link.aws.DynamoSignInPolicyStore;
import jp.ishikari.link.aws.DynamoSignInRecords;
import jp.ishikari.link.aws.DynamoSignInStore;
import jp.ishikari.link.aws.DynamoStaffDirectory;
import jp.ishikari.link.aws.KmsIdentityKeys;
import jp.ishikari.link.aws.RememberedPolicy;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.domain.identity.AccountStore;
import jp.ishikari.link.domain.identity.IdentityKeys;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.domain.identity.SignInPolicy;
import jp.ishikari.link.domain.identity.SignInRecords;
import jp.ishikari.link.domain.identity.StaffDirectory;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Environment;
import jp.ishikari.link.edge.HttpEntry;
import jp.ishikari.link.edge.Operation;

/** What each entry of this capability is made of. */
public final class IdentityWiring implements CapabilityWiring {
  /** What identities of the My Number card app are stored under. */
  public static final String CARD = "card";

  @Override
  public Capability capability() {
    return Capability.IDENTITY;
  }

  @Override
  public EntryFunction wire(Entry entry, Cloud cloud) {
    InstantSource clock = InstantSource.system();
    return switch (entry) {
      case IDENTITY_RESIDENT -> resident(entry, cloud, clock);
      case IDENTITY_STAFF -> staff(entry, cloud, clock);
      case IDENTITY_RESIDENT_AUTHORIZER ->
          new AuthorizeCaller(
              sessions(Session.Kind.RESIDENT, cloud, clock),
              (session, address) ->
                  Optional.of(new Caller.Resident(session.principalId(), session.id())));
      case IDENTITY_STAFF_AUTHORIZER -> {
        Supplier<SignInPolicy> policy =
            new RememberedPolicy(new DynamoSignInPolicyStore(cloud), clock);
        StaffOnDuty onDuty = new StaffOnDuty(new DynamoStaffDirectory(cloud), policy, clock);
        yield new AuthorizeCaller(staffSessions(cloud, policy, clock), onDuty::caller);
      }
      default -> throw new IllegalArgumentException(entry + " is not ours");
    };
  }

  private static EntryFunction resident(Entry entry, Cloud cloud, InstantSource clock) {
    Environment environment = cloud.environment();
    Provider provider =
        new Provider(
            CARD,
            environment.get(Setting.CARD_ISSUER),
            environment.get(Setting.CARD_CLIENT_ID),
            environment.get(Setting.PUBLIC_ORIGIN) + Route.FINISH_SIGN_IN.path(),
            Provider.listed(environment.get(Setting.CARD_SCOPES)),
            Provider.algorithms(environment.get(Setting.CARD_ALGORITHMS)));
    IdentityKeys keys = new KmsIdentityKeys(cloud);
    ClientAssertion assertion = new ClientAssertion(keys);
    Sessions sessions = sessions(Session.Kind.RESIDENT, cloud, clock);
    Doorkeeper doorkeeper =
        new Doorkeeper(
            new RelyingParty(provider, assertion, clock),
            new DynamoSignInStore(cloud),
            sessions.cookies(),
            "sign-in",
            clock);
    AccountStore accounts = new DynamoAccountStore(cloud);
    SignInRecords records = new DynamoSignInRecords(cloud);
    Map<Route, Operation> operations = new EnumMap<>(Route.class);
    operations.putAll(
        new SigningWiring(cloud, clock)
            .operations(provider, assertion, sessions.cookies(), accounts));
    operations.putAll(
        Map.of(
            Route.READ_SESSION,
            new ReadSession(accounts, sessions, environment.get(Setting.SITE_NAME)),
            Route.START_SIGN_IN,
            new StartSignIn(doorkeeper),
            Route.FINISH_SIGN_IN,
            new FinishSignIn(doorkeeper, provider, keys, accounts, sessions, records, clock),
            Route.LIST_SIGN_INS,
            new ListSignIns(sessions, records, clock),
            Route.END_SESSIONS,
            new EndSessions(sessions),
            Route.LIST_CLIENT_KEYS,
            new ListClientKeys(assertion),
            Route.SIGN_OUT,
            new SignOut(sessions),
            Route.READ_PROFILE,
            new ReadProfile(accounts)));
    return new HttpEntry(entry, environment, operations);
  }

  private static EntryFunction staff(Entry entry, Cloud cloud, InstantSource clock) {
    Environment environment = cloud.environment();
    Provider provider =
        new Provider(
            IdentityKeys.STAFF,
            environment.get(Setting.STAFF_ISSUER),
            environment.get(Setting.STAFF_CLIENT_ID),
            environment.get(Setting.STAFF_ORIGIN) + Route.FINISH_STAFF_SIGN_IN.path(),
            Provider.listed(environment.get(Setting.STAFF_SCOPES)),
            Provider.algorithms(environment.get(Setting.STAFF_ALGORITHMS)));
    IdentityKeys keys = new KmsIdentityKeys(cloud);
    ClientAssertion assertion = new ClientAssertion(keys);
    Supplier<SignInPolicy> policy = new RememberedPolicy(new DynamoSignInPolicyStore(cloud), clock);
    Sessions sessions = staffSessions(cloud, policy, clock);
    Doorkeeper doorkeeper =
        new Doorkeeper(
            new RelyingParty(provider, assertion, clock),
            new DynamoSignInStore(cloud),
            sessions.cookies(),
            "staff-sign-in",
            clock);
    StaffDirectory directory = new DynamoStaffDirectory(cloud);
    SecondFactorDoor door = new SecondFactorDoor(directory, sessions, policy, clock);
    return new HttpEntry(
        entry,
        environment,
        Map.of(
            Route.READ_STAFF_SESSION,
            new ReadStaffSession(directory, new DynamoDivisionStore(cloud), sessions, policy),
            Route.START_STAFF_SIGN_IN,
            new StartStaffSignIn(doorkeeper),
            Route.FINISH_STAFF_SIGN_IN,
            new FinishStaffSignIn(
                doorkeeper,
                provider,
                keys,
                new StaffOnDuty(directory, policy, clock),
                new FirstAdministrator(
                    environment.get(Setting.FIRST_ADMINISTRATOR), directory, keys, clock),
                sessions),
            Route.LIST_STAFF_CLIENT_KEYS,
            new ListStaffClientKeys(assertion),
            Route.ENTER_ONE_TIME_CODE,
            new EnterOneTimeCode(door),
            Route.BEGIN_CODE_ENROLMENT,
            new BeginCodeEnrolment(door, keys, environment.get(Setting.SITE_NAME)),
            Route.CONFIRM_CODE_ENROLMENT,
            new ConfirmCodeEnrolment(door),
            Route.ENTER_RECOVERY_CODE,
            new EnterRecoveryCode(door),
            Route.SIGN_OUT_STAFF,
            new SignOutStaff(sessions, directory, clock)));
  }

  /** Limits of staff are set in the console, not in the environment. */
  private static Sessions staffSessions(
      Cloud cloud, Supplier<SignInPolicy> policy, InstantSource clock) {
    return new Sessions(
        Session.Kind.STAFF,
        new DynamoSessionStore(cloud),
        cloud.environment(),
        clock,
        () -> new Sessions.Limits(policy.get().idle(), policy.get().absolute()));
  }

  private static Sessions sessions(Session.Kind kind, Cloud cloud, InstantSource clock) {
    return new Sessions(kind, new DynamoSessionStore(cloud), cloud.environment(), clock);
  }
}
