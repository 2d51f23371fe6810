package jp.ishikari.link.identity;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoBudgets;
import jp.ishikari.link.aws.DynamoConfirmedAddresses;
import jp.ishikari.link.aws.DynamoContactEmails;
import jp.ishikari.link.aws.DynamoStoppedAddresses;
import jp.ishikari.link.aws.DynamoVisitStore;
import jp.ishikari.link.aws.SesMail;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.domain.identity.ContactEmails;
import jp.ishikari.link.domain.identity.Session;
import jp.ishikari.link.edge.Cookies;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.Environment;
import jp.ishikari.link.edge.HttpEntry;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.identity.device.Pairings;
import jp.ishikari.link.identity.door.ClientAssertion;
import jp.ishikari.link.identity.door.Doorkeeper;
import jp.ishikari.link.identity.door.Landing;
import jp.ishikari.link.identity.door.RelyingParty;
import jp.ishikari.link.identity.door.Sessions;
import jp.ishikari.link.identity.residents.Attaching;
import jp.ishikari.link.identity.residents.ChangingWays;
import jp.ishikari.link.identity.residents.EmailDoor;
import jp.ishikari.link.identity.residents.Recency;
import jp.ishikari.link.identity.residents.SignInDoors;
import jp.ishikari.link.identity.residents.SignInWays;
import jp.ishikari.link.identity.store.AccountStore;
import jp.ishikari.link.identity.store.DynamoAccountStore;
import jp.ishikari.link.identity.store.DynamoEmailCodeStore;
import jp.ishikari.link.identity.store.DynamoPairingStore;
import jp.ishikari.link.identity.store.DynamoSignInRecords;
import jp.ishikari.link.identity.store.DynamoSignInStore;
import jp.ishikari.link.identity.store.KmsClientKey;
import jp.ishikari.link.identity.store.KmsResidentKeys;
import jp.ishikari.link.identity.store.ResidentKeys;
import jp.ishikari.link.identity.store.SignInRecords;

/** What the entry for residents is made of. */
final class ResidentWiring {
  private ResidentWiring() {}

  static EntryFunction wire(Entry entry, Cloud cloud, InstantSource clock) {
    Environment environment = cloud.environment();
    SignInWays ways = SignInWays.of(environment);
    ResidentKeys keys = new KmsResidentKeys(cloud);
    ClientAssertion assertion = new ClientAssertion(KmsClientKey.ofResidents(cloud));
    Sessions sessions = IdentityWiring.sessions(Session.Kind.RESIDENT, cloud, clock);
    SignInDoors doors =
        SignInDoors.of(
            ways,
            way ->
                new Doorkeeper(
                    new RelyingParty(way.provider(), assertion, clock),
                    DynamoSignInStore.ofResidents(cloud),
                    sessions.cookies(),
                    Cookies.SIGN_IN + way.name(),
                    clock));
    AccountStore accounts = new DynamoAccountStore(cloud);
    SignInRecords records = new DynamoSignInRecords(cloud);
    Recency recency = new Recency(sessions, clock);
    ChangingWays changing = new ChangingWays(accounts, ways, recency, clock);
    Attaching attaching = new Attaching(accounts, changing, clock);
    Map<Route, Operation> operations = new EnumMap<>(Route.class);
    Landing landing =
        new Landing(
            sessions,
            IdentityWiring.sessions(Session.Kind.KIOSK, cloud, clock),
            new DynamoVisitStore(cloud));
    Pairings pairings = new Pairings(new DynamoPairingStore(cloud), sessions.cookies(), clock);
    operations.putAll(
        Map.of(
            Route.START_PAIRING,
            new StartPairing(pairings),
            Route.OPEN_PAIRING,
            new OpenPairing(pairings),
            Route.CONFIRM_PAIRING,
            new ConfirmPairing(pairings),
            Route.CANCEL_PAIRING,
            new CancelPairing(pairings),
            Route.COLLECT_PAIRING,
            new CollectPairing(pairings, landing, records)));
    operations.putAll(
        new SigningWiring(cloud, clock).operations(assertion, sessions.cookies(), accounts));
    ContactEmails contacts = new DynamoContactEmails(cloud);
    boolean byEmail = environment.get(Setting.EMAIL_SIGN_IN).equals("yes");
    EmailDoor email =
        new EmailDoor(
            new DynamoEmailCodeStore(cloud),
            keys,
            sessions.cookies(),
            new SesMail(cloud),
            environment.get(Setting.SITE_NAME),
            clock);
    operations.put(Route.SEND_EMAIL_CODE, new SendEmailCode(email, byEmail, changing));
    operations.put(
        Route.ENTER_EMAIL_CODE,
        new EnterEmailCode(
            email,
            accounts,
            contacts,
            new DynamoConfirmedAddresses(cloud),
            new DynamoStoppedAddresses(cloud),
            attaching,
            changing,
            landing,
            records,
            clock));
    operations.putAll(
        Map.of(
            Route.READ_SESSION,
            new ReadSession(accounts, sessions, ways, byEmail, environment.get(Setting.SITE_NAME)),
            Route.START_SIGN_IN,
            new StartSignIn(doors, accounts, changing, pairings),
            Route.FINISH_SIGN_IN,
            new FinishSignIn(doors, keys, accounts, landing, records, attaching, pairings, clock),
            Route.LIST_SIGN_INS,
            new ListSignIns(sessions, records, accounts, ways, recency, clock),
            Route.DETACH_WAY,
            new DetachWay(accounts, sessions, changing, clock),
            Route.END_SESSIONS,
            new EndSessions(sessions),
            Route.LIST_CLIENT_KEYS,
            new ListClientKeys(assertion, keys),
            Route.SIGN_OUT,
            new SignOut(sessions),
            Route.READ_PROFILE,
            new ReadProfile(accounts, contacts, ways)));
    return new HttpEntry(
        entry, environment, new DynamoBudgets(cloud, Api.RESIDENT, clock), operations);
  }
}
