package jp.ishikari.link.edge;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import jp.ishikari.link.blueprint.Budget;
import jp.ishikari.link.forms.EmailAddress;
import tools.jackson.databind.JsonNode;

/** Whose tries are counted together. */
public final class Payers {
  /** Half of an IPv6 address: what one household or machine has whole. */
  private static final int NETWORK_BYTES = 8;

  private Payers() {}

  /** Empty when the request names nobody of that kind. */
  public static Optional<String> of(Budget budget, Request request) {
    return switch (budget.payer()) {
      case VIEWER -> Optional.of(network(request.viewer()));
      case ACCOUNT ->
          request.caller() instanceof Caller.Resident resident
              ? Optional.of(resident.accountId())
              : Optional.empty();
      case CLIENT ->
          request.caller() instanceof Caller.Partner partner
              ? Optional.of(partner.clientId())
              : Optional.empty();
      case EMAIL ->
          member(request, budget.member()).flatMap(EmailAddress::read).map(EmailAddress::mailbox);
    };
  }

  /** How much of a budget a request uses up: the bytes that it names, or one try. */
  static int amount(Budget budget, Request request) {
    JsonNode bytes =
        budget.bytes() == null || request.body() == null
            ? null
            : request.body().get(budget.bytes());
    return bytes != null && bytes.canConvertToLong() ? Budget.megabytes(bytes.longValue()) : 1;
  }

  private static Optional<String> member(Request request, String name) {
    JsonNode value = request.body() == null ? null : request.body().get(name);
    return value != null && value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
  }

  /** An address as it is; of IPv6 its /64. */
  private static String network(String viewer) {
    try {
      return InetAddress.ofLiteral(viewer) instanceof Inet6Address six
          ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
          : viewer;
    } catch (IllegalArgumentException noAddress) {
      return viewer;
    }
  }
}
