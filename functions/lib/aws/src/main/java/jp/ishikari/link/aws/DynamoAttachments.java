package jp.ishikari.link.aws;

import static software.amazon.awssdk.enhanced.dynamodb.model.QueryConditional.keyEqualTo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.attachment.Attachment;
import jp.ishikari.link.domain.attachment.Attachments;
import jp.ishikari.link.domain.attachment.FileState;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Files on DynamoDB. Binding is one item of the transaction that sends the application in. */
public final class DynamoAttachments implements Attachments {
  private final DynamoDbTable<EnhancedDocument> files;

  public DynamoAttachments(Cloud cloud) {
    this.files = Rows.of(cloud, Table.ATTACHMENTS);
  }

  @Override
  public Map<String, Attachment> find(Set<String> fileIds) {
    Map<String, Attachment> found = new HashMap<>();
    for (String id : fileIds) {
      EnhancedDocument row = files.getItem(r -> r.key(Rows.key(id)).consistentRead(true));
      Attachment file = row == null ? null : AttachmentRow.read(row);
      if (file != null && file.state() != FileState.REMOVED) {
        found.put(id, file);
      }
    }
    return found;
  }

  @Override
  public Part<NotBound> binding(Attachment file, String applicationId, Set<String> holders) {
    return binding(file, holders, bound(file, applicationId).build());
  }

  @Override
  public Part<NotBound> bindingToMessage(
      Attachment file, String applicationId, Set<String> holders) {
    EnhancedDocument.Builder row = bound(file, applicationId);
    return binding(file, holders, row.putBoolean(AttachmentRow.IN_MESSAGE, true).build());
  }

  private static EnhancedDocument.Builder bound(Attachment file, String applicationId) {
    return Rows.row().putString("fileId", file.fileId()).putString("applicationId", applicationId);
  }

  private Part<NotBound> binding(Attachment file, Set<String> holders, EnhancedDocument bound) {
    Expression.Builder free = Expression.builder();
    List<String> names = new ArrayList<>();
    for (String holder : holders) {
      String name = ":holder" + names.size();
      names.add(name);
      free.putExpressionValue(name, AttributeValue.fromS(holder));
    }
    free.expression(
            "attribute_not_exists(applicationId) AND #state IN (:waiting, :clean) AND holder IN ("
                + String.join(", ", names)
                + ")")
        .putExpressionName("#state", "state")
        .putExpressionValue(":waiting", AttributeValue.fromS(FileState.WAITING.name()))
        .putExpressionValue(":clean", AttributeValue.fromS(FileState.CLEAN.name()));
    return Items.part(
        items -> items.update(files, bound, free.build(), taken -> new NotBound(file.fileId())));
  }

  @Override
  public List<Attachment> ofApplication(String applicationId) {
    return files
        .index("byApplication")
        .query(r -> r.queryConditional(keyEqualTo(Rows.key(applicationId))))
        .stream()
        .flatMap(page -> page.items().stream())
        .map(AttachmentRow::read)
        .toList();
  }
}
