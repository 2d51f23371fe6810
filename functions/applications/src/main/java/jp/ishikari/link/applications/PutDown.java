package jp.ishikari.link.applications;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.ishikari.link.domain.Applicant;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.signing.SigningRequest;
import jp.ishikari.link.domain.signing.SigningStore;

/**
 * Puts answers down to be signed. Doing it again replaces what stands, so that a repeated request
 * needs no token.
 */
record PutDown(SigningStore requests) {
  /** Long enough to fetch the card, or to sign on another device in the evening. */
  private static final Duration LIFE = Duration.ofHours(24);

  /** What the resident is told of it. */
  record Frozen(String signingRequestId, Instant expiresAt) {}

  /**
   * @param files what the answers name of files
   * @param draftId the draft it was written in; null when there is none
   * @param correction what it corrects; null when it is a new application
   */
  Frozen freeze(
      String accountId,
      Procedure procedure,
      int formVersion,
      Answers answers,
      List<SigningRequest.File> files,
      String draftId,
      SigningRequest.Correction correction,
      Instant now) {
    SigningRequest request =
        new SigningRequest(
            UUID.randomUUID().toString(),
            accountId,
            procedure.procedureId(),
            procedure.name(),
            formVersion,
            answers.values(),
            answers.fee(),
            files,
            draftId,
            correction,
            new Applicant(answers.form(), answers.values()).claimed(),
            now,
            now.plus(LIFE),
            null,
            null);
    requests.freeze(request);
    return new Frozen(request.signingRequestId(), request.expiresAt());
  }
}
