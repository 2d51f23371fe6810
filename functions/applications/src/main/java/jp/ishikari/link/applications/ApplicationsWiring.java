package jp.ishikari.link.applications;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import jp.ishikari.link.applications.store.ClaimStore;
import jp.ishikari.link.applications.store.DynamoClaimStore;
import jp.ishikari.link.applications.store.DynamoProvenPeople;
import jp.ishikari.link.applications.store.DynamoWaitingDocuments;
import jp.ishikari.link.applications.store.KmsHolderNames;
import jp.ishikari.link.applications.store.ProvenPeople;
import jp.ishikari.link.aws.CapabilityWiring;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoAttachments;
import jp.ishikari.link.aws.DynamoBudgets;
import jp.ishikari.link.aws.DynamoCalendarStore;
import jp.ishikari.link.aws.DynamoConfirmedAddresses;
import jp.ishikari.link.aws.DynamoContactEmails;
import jp.ishikari.link.aws.DynamoConversations;
import jp.ishikari.link.aws.DynamoDraftStore;
import jp.ishikari.link.aws.DynamoEarlierAnswersStore;
import jp.ishikari.link.aws.DynamoEvidenceStore;
import jp.ishikari.link.aws.DynamoFollowCodes;
import jp.ishikari.link.aws.DynamoHoldStore;
import jp.ishikari.link.aws.DynamoOrders;
import jp.ishikari.link.aws.DynamoPlaceStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.DynamoSigningStore;
import jp.ishikari.link.aws.DynamoStoppedAddresses;
import jp.ishikari.link.aws.DynamoUndeliveredNotices;
import jp.ishikari.link.aws.DynamoVisitStore;
import jp.ishikari.link.aws.KmsBlindIndex;
import jp.ishikari.link.aws.RememberedCalendar;
import jp.ishikari.link.aws.RememberedProcedures;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.BlindIndex;
import jp.ishikari.link.domain.CalendarStore;
import jp.ishikari.link.domain.DraftStore;
import jp.ishikari.link.domain.FollowCodes;
import jp.ishikari.link.domain.HoldStore;
import jp.ishikari.link.domain.PlaceStore;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.attachment.Attachments;
import jp.ishikari.link.domain.identity.ContactEmails;
import jp.ishikari.link.domain.signing.SigningStore;
import jp.ishikari.link.edge.Budgets;
import jp.ishikari.link.edge.Cookies;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.FollowedApplication;
import jp.ishikari.link.edge.HttpEntry;
import jp.ishikari.link.edge.OwnApplication;

/** What each entry of this capability is made of. */
public final class ApplicationsWiring implements CapabilityWiring {

  @Override
  public Capability capability() {
    return Capability.APPLICATIONS;
  }

  @Override
  public EntryFunction wire(Entry entry, Cloud cloud) {
    return switch (entry) {
      case APPLICATIONS_RESIDENT -> resident(entry, cloud);
      case APPLICATIONS_STAFF -> staff(entry, cloud);
      default -> throw new IllegalArgumentException(entry + " is not ours");
    };
  }

  private static EntryFunction resident(Entry entry, Cloud cloud) {
    InstantSource clock = InstantSource.system();
    ApplicationStore applications = new DynamoApplicationStore(cloud);
    ProcedureStore procedures = new RememberedProcedures(new DynamoProcedureStore(cloud), clock);
    CalendarStore calendars = new RememberedCalendar(new DynamoCalendarStore(cloud), clock);
    HoldStore holds = new DynamoHoldStore(cloud);
    OwnApplication own = new OwnApplication(applications, procedures);
    Intake intake = new Intake(procedures);
    SigningStore signing = new DynamoSigningStore(cloud);
    PutDown putDown = new PutDown(signing);
    SignedAnswers signed = new SignedAnswers(signing, new DynamoEvidenceStore(cloud));
    FollowCodes followCodes = new DynamoFollowCodes(cloud);
    ClaimStore claims = new DynamoClaimStore(cloud);
    CorrectionIntake corrections = new CorrectionIntake(procedures);
    PlaceStore places = new DynamoPlaceStore(cloud);
    SecureRandom random = new SecureRandom();
    ContactEmails contacts = new DynamoContactEmails(cloud);
    FreePlaces free = new FreePlaces(places, random);
    PlaceHolders holders = new PlaceHolders(contacts, new KmsHolderNames(cloud));
    BlindIndex people = new KmsBlindIndex(cloud);
    ProvenPeople proven = new DynamoProvenPeople(cloud);
    NoticeAddress notices =
        new NoticeAddress(
            new DynamoConfirmedAddresses(cloud),
            contacts,
            new DynamoStoppedAddresses(cloud),
            new Cookies(cloud.environment().get(Setting.PUBLIC_ORIGIN)),
            clock);
    DraftStore drafts = new DynamoDraftStore(cloud);
    Attachments attachments = new DynamoAttachments(cloud);
    SentFiles files = new SentFiles(attachments, drafts, clock);
    SubmissionParts parts =
        new SubmissionParts(
            drafts,
            signed,
            new DynamoVisitStore(cloud),
            claims,
            followCodes,
            files,
            new FeeToPay(new DynamoOrders(cloud)));
    Correcting correcting =
        new Correcting(
            applications,
            new CorrectionParts(new DynamoEarlierAnswersStore(cloud), holds, people),
            corrections,
            signed,
            files,
            proven,
            notices,
            clock);
    ReadApplication reading =
        new ReadApplication(
            own,
            applications,
            holds,
            procedures,
            calendars,
            new DynamoUndeliveredNotices(cloud),
            attachments);
    FollowedApplication followed = new FollowedApplication(followCodes, applications, clock);
    return new HttpEntry(
        entry,
        cloud.environment(),
        new DynamoBudgets(cloud, Api.RESIDENT, clock),
        Map.ofEntries(
            Map.entry(
                Route.SUBMIT_APPLICATION,
                new SubmitApplication(
                    new Registration(applications, free, people, random, regionDigit(cloud)),
                    holders,
                    intake,
                    parts,
                    calendars,
                    proven,
                    notices,
                    clock,
                    claimable(cloud))),
            Map.entry(Route.TRY_APPLICATION, new TryApplication(intake, parts.visits(), clock)),
            Map.entry(
                Route.FREEZE_APPLICATION, new FreezeApplication(intake, files, putDown, clock)),
            Map.entry(
                Route.FREEZE_CORRECTION,
                new FreezeCorrection(own, corrections, files, putDown, clock)),
            Map.entry(
                Route.READ_SIGNING_REQUEST, new ReadSigningRequest(signing, procedures, clock)),
            Map.entry(
                Route.LIST_APPLICATIONS,
                new ListApplications(
                    applications,
                    new DynamoConversations(cloud),
                    new DynamoWaitingDocuments(cloud),
                    clock)),
            Map.entry(Route.READ_APPLICATION, reading),
            Map.entry(Route.CORRECT_APPLICATION, new CorrectApplication(own, correcting)),
            Map.entry(
                Route.CLAIM_APPLICATION,
                new ClaimApplication(applications, claims, own, proven, clock)),
            Map.entry(
                Route.WITHDRAW_APPLICATION,
                new WithdrawApplication(own, applications, holds, places, clock)),
            Map.entry(Route.FOLLOW_APPLICATION, new FollowApplication(followed, reading)),
            Map.entry(Route.CORRECT_FOLLOWED, new CorrectFollowed(followed, correcting))),
        new PrimeApplications(
            applications, procedures, parts, calendars, free, holders, people, proven, notices));
  }

  private static EntryFunction staff(Entry entry, Cloud cloud) {
    InstantSource clock = InstantSource.system();
    ApplicationStore applications = new DynamoApplicationStore(cloud);
    ProcedureStore procedures = new RememberedProcedures(new DynamoProcedureStore(cloud), clock);
    OwnProcedures own = new OwnProcedures(procedures);
    BlindIndex people = new KmsBlindIndex(cloud);
    SecureRandom random = new SecureRandom();
    FreePlaces free = new FreePlaces(new DynamoPlaceStore(cloud), random);
    return new HttpEntry(
        entry,
        cloud.environment(),
        Budgets.none(),
        Map.of(
            Route.LIST_ENTRY_FORMS,
            new ListEntryForms(own),
            Route.READ_ENTRY_FORM,
            new ReadEntryForm(own, cloud.environment().get(Setting.PUBLIC_ORIGIN)),
            Route.ENTER_APPLICATION,
            new EnterApplication(
                new Registration(applications, free, people, random, regionDigit(cloud)),
                own,
                new ReceiptDay(new RememberedCalendar(new DynamoCalendarStore(cloud), clock)),
                new KmsHolderNames(cloud),
                new DynamoClaimStore(cloud),
                new FeeToPay(new DynamoOrders(cloud)),
                clock,
                claimable(cloud)),
            Route.ENTER_CORRECTION,
            new EnterCorrection(
                applications,
                procedures,
                new CorrectionParts(
                    new DynamoEarlierAnswersStore(cloud), new DynamoHoldStore(cloud), people),
                clock)));
  }

  private static char regionDigit(Cloud cloud) {
    return cloud.environment().get(Setting.REGION_DIGIT).charAt(0);
  }

  private static Duration claimable(Cloud cloud) {
    return Duration.ofDays(cloud.environment().number(Setting.CLAIM_DAYS));
  }
}
