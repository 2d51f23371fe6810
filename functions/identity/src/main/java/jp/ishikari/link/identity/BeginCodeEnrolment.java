package jp.ishikari.link.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import jp.ishikari.link.domain.identity.SecondFactor;
import jp.ishikari.link.domain.identity.StaffKeys;
import jp.ishikari.link.domain.identity.StaffMember;
import jp.ishikari.link.edge.Body;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.edge.Secrets;
import jp.ishikari.link.identity.staff.SecondFactorDoor;
import org.apache.commons.codec.binary.Base32;

/**
 * Shows a member of staff the secret for their authenticator, once, for the enrolment code that a
 * user administrator has handed to them. It counts only when a code has confirmed it.
 */
@Contract(request = BeginCodeEnrolment.Typed.class, response = BeginCodeEnrolment.Shown.class)
record BeginCodeEnrolment(SecondFactorDoor door, StaffKeys keys, String siteName)
    implements Operation {
  private static final Problem.FieldError WRONG =
      new Problem.FieldError("enrolmentCode", "wrong", "登録コードが違うか、期限が切れています。利用者管理者に確かめてください。");

  /** As long as the hash it is used with (RFC 4226 §4). */
  private static final int SECRET_BYTES = 20;

  record Typed(@Limit(max = 20) String enrolmentCode) {}

  /**
   * @param secret in Base32, to be typed where the picture cannot be taken
   * @param uri what the picture says (otpauth key URI)
   */
  record Shown(String secret, String uri) {}

  @Override
  public Response run(Request request) {
    return Body.read(request, Typed.class)
        .map(Typed::enrolmentCode)
        .fold(refusal -> refusal, code -> begin(request, code));
  }

  private Response begin(Request request, String code) {
    byte[] secret = Secrets.bytes(SECRET_BYTES);
    String text = new Base32().encodeToString(secret);
    return door.goOn(
        request.staff(),
        (member, now) -> begun(member, code, secret, now),
        WRONG,
        new Shown(text, uri(request.staff().name(), text)));
  }

  private Optional<SecondFactor> begun(
      StaffMember member, String code, byte[] secret, Instant now) {
    SecondFactor factor = member.factor();
    String right = keys.enrolmentCode(member.staffId(), factor.issue());
    return factor.awaitsEnrolment(now) && MessageDigest.isEqual(digits(right), digits(code))
        ? Optional.of(factor.begun(door.staff().seal(member.staffId(), secret)))
        : Optional.empty();
  }

  private static byte[] digits(String code) {
    return code.replace("-", "").strip().getBytes(StandardCharsets.UTF_8);
  }

  private String uri(String name, String secret) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
        .formatted(encoded(siteName), encoded(name), secret, encoded(siteName));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
