package jp.ishikari.link.identity.signing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.ishikari.link.domain.Reception;
import jp.ishikari.link.identity.residents.Claims;
import jp.ishikari.link.identity.store.KnownCertificate;
import jp.ishikari.link.identity.store.KnownCertificate.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody may not be able to sign. It warns and refuses nothing: only the certificate itself
 * says whether it can be used, and it may be a new one since.
 *
 * @param on the day it was found, or the certificate's last one; null for the age and for a card
 *     that is not attached
 */
public record SigningConcern(Kind kind, @Nullable LocalDate on) {
  /** The law gives 署名用電子証明書 to nobody younger, unless they asked for it. */
  private static final int AGE = 15;

  /** From this many months before its end a certificate can be renewed. */
  private static final int RENEWABLE_MONTHS = 3;

  /** What there is to worry about. */
  enum Kind {
    /** Only the card that the account is entered with signs for it. */
    CARD_NOT_ATTACHED,
    UNDER_15,
    MOVED,
    EXPIRED,
    EXPIRES_SOON,
    REVOKED,
    NOT_ON_CARD,
    PASSWORD_LOCKED
  }

  public static List<SigningConcern> of(
      Map<String, String> claims, boolean cardAttached, KnownCertificate known, LocalDate today) {
    List<SigningConcern> concerns = new ArrayList<>();
    if (!cardAttached) {
      concerns.add(new SigningConcern(Kind.CARD_NOT_ATTACHED, null));
    }
    KnownCertificate.Trial last = known.last();
    boolean usable = last != null && last.finding() == Finding.USABLE;
    LocalDate triedOn = last == null ? null : Reception.today(last.at());
    if (!usable
        && Claims.byGif(claims).get("dateOfBirth") instanceof String birth
        && LocalDate.parse(birth).plusYears(AGE).isAfter(today)) {
      concerns.add(new SigningConcern(Kind.UNDER_15, null));
    }
    if (usable) {
      ends(last.validUntil(), today, concerns);
    } else if (last != null) {
      concerns.add(new SigningConcern(Kind.valueOf(last.finding().name()), triedOn));
    }
    // A certificate that was tried since then speaks for itself.
    if (known.changedOn() != null && (triedOn == null || triedOn.isBefore(known.changedOn()))) {
      concerns.add(new SigningConcern(Kind.MOVED, known.changedOn()));
    }
    return concerns;
  }

  private static void ends(LocalDate validUntil, LocalDate today, List<SigningConcern> concerns) {
    if (validUntil.isBefore(today)) {
      concerns.add(new SigningConcern(Kind.EXPIRED, validUntil));
    } else if (validUntil.minusMonths(RENEWABLE_MONTHS).isBefore(today)) {
      concerns.add(new SigningConcern(Kind.EXPIRES_SOON, validUntil));
    }
  }
}
