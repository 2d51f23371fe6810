package jp.ishikari.link.attachments;

import java.time.InstantSource;
import java.util.Map;
import jp.ishikari.link.attachments.store.DynamoFileStore;
import jp.ishikari.link.attachments.store.FileObjects;
import jp.ishikari.link.attachments.store.FileStore;
import jp.ishikari.link.attachments.store.S3FileObjects;
import jp.ishikari.link.aws.CapabilityWiring;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoApplicationStore;
import jp.ishikari.link.aws.DynamoAttachments;
import jp.ishikari.link.aws.DynamoBudgets;
import jp.ishikari.link.aws.DynamoDraftStore;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.attachment.Attachments;
import jp.ishikari.link.edge.BatchEntry;
import jp.ishikari.link.edge.Budgets;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.edge.HttpEntry;

/** What each entry of this capability is made of. */
public final class AttachmentsWiring implements CapabilityWiring {

  @Override
  public Capability capability() {
    return Capability.ATTACHMENTS;
  }

  @Override
  public EntryFunction wire(Entry entry, Cloud cloud) {
    InstantSource clock = InstantSource.system();
    FileStore files = new DynamoFileStore(cloud);
    FileObjects objects = new S3FileObjects(cloud);
    return switch (entry) {
      case ATTACHMENTS_RESIDENT -> resident(entry, cloud, files, objects, clock);
      case ATTACHMENTS_STAFF -> staff(entry, cloud, files, objects, clock);
      case ATTACHMENTS_VERDICTS -> BatchEntry.messages(entry, new JudgeFile(files, objects, clock));
      case ATTACHMENTS_SWEEP -> new SweepFiles(files, objects, new DynamoDraftStore(cloud), clock);
      default -> throw new IllegalArgumentException(entry + " is not ours");
    };
  }

  private static EntryFunction resident(
      Entry entry, Cloud cloud, FileStore files, FileObjects objects, InstantSource clock) {
    Holding holding = new Holding(files, new DynamoDraftStore(cloud), clock);
    return new HttpEntry(
        entry,
        cloud.environment(),
        new DynamoBudgets(cloud, Api.RESIDENT, clock),
        Map.of(
            Route.BEGIN_UPLOAD,
            new BeginUpload(holding, files, objects, clock),
            Route.PERMIT_PARTS,
            new PermitParts(holding, objects),
            Route.COMPLETE_UPLOAD,
            new CompleteUpload(holding, files, objects, clock),
            Route.CHECK_UPLOAD,
            new CheckUpload(holding),
            Route.DELETE_UPLOAD,
            new DeleteUpload(holding, files, objects, clock)));
  }

  private static EntryFunction staff(
      Entry entry, Cloud cloud, FileStore files, FileObjects objects, InstantSource clock) {
    ApplicationStore applications = new DynamoApplicationStore(cloud);
    Attachments attachments = new DynamoAttachments(cloud);
    CaseFile caseFile = new CaseFile(applications, attachments, files, clock);
    return new HttpEntry(
        entry,
        cloud.environment(),
        Budgets.none(),
        Map.of(
            Route.LIST_CASE_FILES,
            new ListCaseFiles(applications, attachments),
            Route.OPEN_CASE_FILE,
            new OpenCaseFile(caseFile, objects),
            Route.PREVIEW_CASE_FILE,
            new PreviewCaseFile(caseFile, objects)));
  }
}
