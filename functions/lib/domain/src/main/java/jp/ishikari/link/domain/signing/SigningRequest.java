package jp.ishikari.link.domain.signing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An application, or a correction (補正) of one, as it stood when its applicant chose "署名する". An
 * account has at most one per matter: writing the answers anew replaces it, and with it whatever
 * was signed.
 *
 * @param answers as the server would take them: hidden ones gone, readings and numbers folded
 * @param fee integer yen; null when free
 * @param files what the answers name of files, as they are kept, in order
 * @param draftId the draft it was written in; null when there is none
 * @param correction what it corrects; null when it is a new application
 * @param expiresAt after that it is as if it had never been
 * @param signed null until a signature was taken
 * @param refusal why the last signature was not taken; null when none was refused
 */
public record SigningRequest(
    String signingRequestId,
    String accountId,
    String procedureId,
    String procedureName,
    int formVersion,
    Map<String, Object> answers,
    Integer fee,
    List<File> files,
    String draftId,
    Correction correction,
    Claimed claimed,
    Instant frozenAt,
    Instant expiresAt,
    Signed signed,
    String refusal) {

  /**
   * The application that it corrects.
   *
   * @param version of the application as it was returned
   * @param changed ids of the questions that are answered otherwise than before, in order
   */
  public record Correction(
      String applicationId, String receiptNumber, int version, List<String> changed) {}

  /**
   * A file that goes along.
   *
   * @param sha256 of what is kept, in hexadecimal
   */
  public record File(String fileId, String name, String sha256) {}

  /** What was taken: the result that goes with the application, and the proof of it. */
  public record Signed(Signature signature, Evidence evidence) {}

  /**
   * What is signed for: the procedure that is applied for, or the application that is corrected.
   */
  public String matter() {
    return correction == null ? procedureId : correction.applicationId();
  }

  /**
   * What is signed, ready for RFC 8785: exactly what is submitted, its files by the digests of what
   * is kept, and when it was put down.
   */
  public Map<String, Object> content() {
    return content(answers, fee);
  }

  /** What would have been signed, had these been the answers. */
  public Map<String, Object> content(Map<String, Object> otherAnswers, Integer otherFee) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("procedureId", procedureId);
    content.put("formVersion", formVersion);
    content.put("answers", otherAnswers);
    Optional.ofNullable(otherFee).ifPresent(yen -> content.put("fee", yen));
    content.put(
        "attachments",
        files.stream()
            .map(file -> Map.of("fileId", file.fileId(), "sha256", file.sha256()))
            .toList());
    if (correction != null) {
      content.put(
          "corrects",
          Map.of(
              "applicationId", correction.applicationId(),
              "receiptNumber", correction.receiptNumber(),
              "version", correction.version(),
              "changed", correction.changed()));
    }
    content.put("frozenAt", frozenAt.toString());
    return content;
  }

  /** The same with a signature that was taken. */
  public SigningRequest with(Signature signature, Evidence evidence) {
    return ended(new Signed(signature, evidence), null);
  }

  /** The same after a signature that was not taken. */
  public SigningRequest refused(String reason) {
    return ended(null, reason);
  }

  private SigningRequest ended(Signed taken, String reason) {
    return new SigningRequest(
        signingRequestId,
        accountId,
        procedureId,
        procedureName,
        formVersion,
        answers,
        fee,
        files,
        draftId,
        correction,
        claimed,
        frozenAt,
        expiresAt,
        taken,
        reason);
  }
}
