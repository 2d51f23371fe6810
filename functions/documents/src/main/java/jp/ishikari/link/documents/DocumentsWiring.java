package jp.ishikari.link.documents;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import jp.ishikari.link.aws.CapabilityWiring;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoAttachments;
import jp.ishikari.link.aws.DynamoBudgets;
import jp.ishikari.link.aws.DynamoDivisionStore;
import jp.ishikari.link.aws.DynamoFollowCodes;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.aws.RememberedProcedures;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.documents.store.DocumentObjects;
import jp.ishikari.link.documents.store.DocumentStore;
import jp.ishikari.link.documents.store.DynamoDocumentStore;
import jp.ishikari.link.documents.store.DynamoPrintList;
import jp.ishikari.link.documents.store.KmsSeal;
import jp.ishikari.link.documents.store.PrintList;
import jp.ishikari.link.documents.store.S3DocumentObjects;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.edge.Budgets;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.FollowedApplication;
import jp.ishikari.link.edge.HttpEntry;
import jp.ishikari.link.edge.OwnApplication;

/** What each entry of this capability is made of. */
public final class DocumentsWiring implements CapabilityWiring {

  @Override
  public Capability capability() {
    return Capability.DOCUMENTS;
  }

  @Override
  public EntryFunction wire(Entry entry, Cloud cloud) {
    InstantSource clock = InstantSource.system();
    return entry == Entry.DOCUMENTS_UNREAD
        ? new WatchUnread(new DynamoDocumentStore(cloud), new DynamoPrintList(cloud), clock)
        : asked(entry, cloud, clock);
  }

  private static EntryFunction asked(Entry entry, Cloud cloud, InstantSource clock) {
    ApplicationStore applications = new DynamoApplicationStore(cloud);
    DivisionStore divisions = new DynamoDivisionStore(cloud);
    DocumentStore documents = new DynamoDocumentStore(cloud);
    DocumentObjects objects = new S3DocumentObjects(cloud);
    ProcedureStore procedures = new RememberedProcedures(new DynamoProcedureStore(cloud), clock);
    CaseAnswers answers = new CaseAnswers(procedures, new DynamoAttachments(cloud));
    CaseSheet sheet = new CaseSheet(answers, divisions);
    return switch (entry) {
      case DOCUMENTS_RESIDENT -> {
        OwnApplication own = new OwnApplication(applications, procedures);
        FollowedApplication followed =
            new FollowedApplication(new DynamoFollowCodes(cloud), applications, clock);
        ListDocuments listing = new ListDocuments(own, documents, clock);
        FirstOpening opening = new FirstOpening(documents, objects, clock);
        yield new HttpEntry(
            entry,
            cloud.environment(),
            new DynamoBudgets(cloud, Api.RESIDENT, clock),
            Map.of(
                Route.LIST_DOCUMENTS,
                listing,
                Route.OPEN_DOCUMENT,
                new OpenDocument(own, opening),
                Route.LIST_FOLLOWED_DOCUMENTS,
                new ListFollowedDocuments(followed, listing),
                Route.OPEN_FOLLOWED_DOCUMENT,
                new OpenFollowedDocument(followed, opening),
                Route.PRINT_APPLICATION,
                new PrintApplication(own, sheet),
                Route.VERIFY_DOCUMENT,
                new VerifyDocument(documents, applications, divisions)));
      }
      case DOCUMENTS_STAFF -> {
        PrintList list = new DynamoPrintList(cloud);
        Issuers issuers = new Issuers(procedures);
        Printing printing =
            new Printing(
                documents,
                objects,
                KmsSeal.of(cloud),
                cloud.environment().get(Setting.PUBLIC_ORIGIN));
        yield new HttpEntry(
            entry,
            cloud.environment(),
            Budgets.none(),
            Map.of(
                Route.LIST_CASE_DOCUMENTS,
                new ListCaseDocuments(applications, divisions, documents, answers, issuers, list),
                Route.PRINT_CASE,
                new PrintCase(applications, sheet),
                Route.MAKE_DOCUMENT,
                new MakeDocument(
                    applications,
                    divisions,
                    documents,
                    answers,
                    printing,
                    new SecureRandom(),
                    clock),
                Route.LIST_LETTERS_TO_PRINT,
                new ListLettersToPrint(list, documents),
                Route.FINISH_LETTER,
                new FinishLetter(applications, documents, list, clock),
                Route.PREVIEW_LETTER,
                new PreviewLetter(divisions, clock),
                Route.OPEN_CASE_DOCUMENT,
                new OpenCaseDocument(applications, documents, objects),
                Route.ISSUE_DOCUMENT,
                new IssueDocument(applications, documents, issuers, list, clock),
                Route.DISCARD_DOCUMENT,
                new DiscardDocument(applications, documents, objects),
                Route.REVOKE_DOCUMENT,
                new RevokeDocument(applications, documents, clock)));
      }
      default -> throw new IllegalArgumentException(entry + " is not ours");
    };
  }
}
