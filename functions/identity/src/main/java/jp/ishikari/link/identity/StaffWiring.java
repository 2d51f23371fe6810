package jp.ishikari.link.identity;

import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoBudgets;
import jp.ishikari.link.aws.DynamoDivisionStore;
import jp.ishikari.link.aws.DynamoOversightStore;
import jp.ishikari.link.aws.DynamoSignInPolicyStore;
import jp.ishikari.link.aws.KmsStaffKeys;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.domain.identity.SignInPolicy;
import jp.ishikari.link.domain.identity.StaffKeys;
import jp.ishikari.link.domain.identity.StaffMember;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Environment;
import jp.ishikari.link.edge.HttpEntry;
import jp.ishikari.link.identity.door.ClientAssertion;
import jp.ishikari.link.identity.door.Doorkeeper;
import jp.ishikari.link.identity.door.Endpoints;
import jp.ishikari.link.identity.door.Provider;
import jp.ishikari.link.identity.door.RelyingParty;
import jp.ishikari.link.identity.door.Sessions;
import jp.ishikari.link.identity.staff.FirstAdministrator;
import jp.ishikari.link.identity.staff.SecondFactorClaim;
import jp.ishikari.link.identity.staff.SecondFactorDoor;
import jp.ishikari.link.identity.staff.StaffOnDuty;
import jp.ishikari.link.identity.store.DynamoSignInStore;
import jp.ishikari.link.identity.store.DynamoStaffDirectory;
import jp.ishikari.link.identity.store.KmsClientKey;
import jp.ishikari.link.identity.store.RememberedPolicy;
import jp.ishikari.link.identity.store.StaffDirectory;

/** What the entry for staff is made of. */
final class StaffWiring {
  private StaffWiring() {}

  static EntryFunction wire(Entry entry, Cloud cloud, InstantSource clock) {
    Environment environment = cloud.environment();
    Provider provider =
        new Provider(
            StaffMember.PROVIDER,
            Endpoints.discovered(environment.get(Setting.STAFF_ISSUER)),
            environment.get(Setting.STAFF_CLIENT_ID),
            Provider.ClientAuthentication.valueOf(
                environment.get(Setting.STAFF_CLIENT_AUTHENTICATION)),
            environment.get(Setting.STAFF_ORIGIN) + Route.FINISH_STAFF_SIGN_IN.path(),
            Provider.listed(environment.get(Setting.STAFF_SCOPES)),
            Provider.algorithms(environment.get(Setting.STAFF_ALGORITHMS)));
    StaffKeys keys = new KmsStaffKeys(cloud);
    ClientAssertion assertion = new ClientAssertion(KmsClientKey.ofStaff(cloud));
    Supplier<SignInPolicy> policy = new RememberedPolicy(new DynamoSignInPolicyStore(cloud), clock);
    Sessions sessions = IdentityWiring.staffSessions(cloud, policy, clock);
    Doorkeeper doorkeeper =
        new Doorkeeper(
            new RelyingParty(provider, assertion, clock),
            DynamoSignInStore.ofStaff(cloud),
            sessions.cookies(),
            "staff-sign-in",
            clock);
    StaffDirectory directory = new DynamoStaffDirectory(cloud);
    SecondFactorDoor door = new SecondFactorDoor(directory, sessions, policy, clock);
    return new HttpEntry(
        entry,
        environment,
        new DynamoBudgets(cloud, Api.STAFF, clock),
        Map.of(
            Route.READ_STAFF_SESSION,
            new ReadStaffSession(directory, new DynamoDivisionStore(cloud), sessions, policy),
            Route.START_STAFF_SIGN_IN,
            new StartStaffSignIn(doorkeeper),
            Route.FINISH_STAFF_SIGN_IN,
            new FinishStaffSignIn(
                doorkeeper,
                provider,
                environment.get(Setting.STAFF_ACCOUNT_CLAIM),
                SecondFactorClaim.read(environment.get(Setting.STAFF_SECOND_FACTOR)),
                keys,
                new StaffOnDuty(directory, policy, clock),
                new FirstAdministrator(
                    environment.get(Setting.FIRST_ADMINISTRATOR),
                    directory,
                    new DynamoOversightStore(cloud),
                    keys,
                    clock),
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
}
