package jp.ishikari.link.applications.store;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DocumentsRow;

/** Which documents wait for their applicant, on DynamoDB, read only. */
public final class DynamoWaitingDocuments implements WaitingDocuments {
  private final Cloud cloud;

  public DynamoWaitingDocuments(Cloud cloud) {
    this.cloud = cloud;
  }

  @Override
  public Map<String, Optional<LocalDate>> ofAll(Set<String> applicationIds) {
    return DocumentsRow.waiting(cloud).ofAll(applicationIds);
  }
}
