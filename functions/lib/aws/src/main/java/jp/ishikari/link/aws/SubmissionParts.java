package jp.ishikari.link.aws;

import java.util.function.Function;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationStore.NotSaved;
import jp.ishikari.link.domain.Place;
import jp.ishikari.link.domain.Submission;
import jp.ishikari.link.domain.signing.SigningRequest;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.enhanced.dynamodb.DynamoDbTable;
import software.amazon.awssdk.enhanced.dynamodb.Expression;
import software.amazon.awssdk.enhanced.dynamodb.document.EnhancedDocument;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What a submit brings into its transaction besides the application: the draft and the signing
 * request that end with it, the visit that must stand, the claim and the place.
 */
record SubmissionParts(Function<Table, DynamoDbTable<EnhancedDocument>> table) {

  void add(Transaction transaction, Submission submission) {
    if (submission.draftId() != null) {
      endDraft(transaction, submission.draftId(), submission.application().accountId());
    }
    if (submission.signed() != null) {
      endSigning(transaction, submission.signed(), submission.application());
    }
    if (submission.visitId() != null) {
      transaction.check(
          table.apply(Table.VISITS),
          Rows.key(submission.visitId()),
          Expression.builder()
              .expression("attribute_exists(#visit)")
              .putExpressionName("#visit", "visit")
              .build(),
          ended -> new NotSaved.VisitEnded());
    }
    if (submission.claim() != null) {
      transaction.putNew(
          table.apply(Table.CLAIMS),
          ClaimRow.write(submission.claim()),
          "claimId",
          taken -> new NotSaved.Overtaken());
    }
    Place place = submission.place();
    if (place != null) {
      transaction.putNew(
          table.apply(Table.PLACES),
          Rows.row()
              .putString("round", place.round())
              .putNumber("number", place.number())
              .putString("applicationId", submission.application().applicationId())
              .build(),
          "round",
          taken -> new NotSaved.PlaceTaken());
    }
  }

  /** What was signed becomes the application's, if nobody wrote it anew meanwhile. */
  void endSigning(Transaction transaction, SigningRequest signed, Application application) {
    Expression same =
        Expression.builder()
            .expression("signingRequestId = :id")
            .putExpressionValue(":id", AttributeValue.fromS(signed.signingRequestId()))
            .build();
    transaction.delete(
        table.apply(Table.SIGNING_REQUESTS),
        Rows.key(signed.accountId(), signed.matter()),
        same,
        other -> new NotSaved.SignedAnew());
    transaction.putNew(
        table.apply(Table.SIGNATURES),
        Rows.row()
            .putString("applicationId", application.applicationId())
            .putNumber("version", application.version())
            .putString("verifiedAt", ApplicationRow.at(application.signature().verifiedAt()))
            .putString("evidence", Json.MAPPER.writeValueAsString(signed.signed().evidence()))
            .build(),
        "applicationId",
        taken -> new NotSaved.Overtaken());
  }

  /** Its owner's or an ownerless draft, if it still exists. */
  private void endDraft(Transaction transaction, String draftId, String accountIdOrNull) {
    Expression own =
        Expression.builder()
            .expression("attribute_not_exists(accountId) OR accountId = :account")
            .putExpressionValue(
                ":account", AttributeValue.fromS(accountIdOrNull == null ? "" : accountIdOrNull))
            .build();
    transaction.delete(
        table.apply(Table.DRAFTS), Rows.key(draftId), own, others -> new NotSaved.Overtaken());
  }
}
