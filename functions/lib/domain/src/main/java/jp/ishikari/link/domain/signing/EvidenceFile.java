package jp.ishikari.link.domain.signing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * 署名の証拠 of one application as it is handed out: everything that is known of each signature, so that
 * somebody else can verify it again. Bytes are base64 in its JSON.
 *
 * @param exportedBy id of the member of staff who asked for it
 */
public record EvidenceFile(
    String applicationId,
    String receiptNumber,
    String procedureId,
    String procedureName,
    Instant exportedAt,
    String exportedBy,
    List<Version> versions) {

  /**
   * One signature.
   *
   * @param version of the application, that it signs
   * @param step with which that version came to be
   * @param sentInAt when it did
   * @param digest SHA-256 of the content, hexadecimal, as it was noted when it was verified
   * @param verdict in the words of the command that verifies signatures
   * @param card what the certificate said; substitutes (代替文字) stand in full-width brackets
   * @param matches how each answer stood to the card
   * @param resolution what staff found out about an open one; null when nobody had to
   * @param identified null unless the city may keep it
   */
  public record Version(
      int version,
      String step,
      Instant sentInAt,
      String provider,
      byte[] content,
      String digest,
      byte[] signature,
      byte @Nullable [] signedAttributes,
      @Nullable String hashForm,
      Instant verifiedAt,
      String policy,
      Signature.Revocation revocation,
      String verdict,
      boolean stale,
      Signature.Card card,
      Map<Signature.Item, Signature.Match> matches,
      Signature.@Nullable Resolution resolution,
      @Nullable String certificate,
      Evidence.@Nullable Identified identified) {}
}
