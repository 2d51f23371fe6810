package jp.ishikari.link.domain.identity;

import java.net.InetAddress;
import java.util.Optional;

/**
 * A range of addresses, IPv4 or IPv6, as {@code 203.0.113.0/24} or one address.
 *
 * @param bits how many leading bits count
 */
public record Network(InetAddress first, int bits) {

  /** Nothing when it is not a range; never asks a name server. */
  public static Optional<Network> read(String text) {
    String[] parts = text.strip().split("/", -1);
    Optional<InetAddress> address = address(parts[0]);
    if (address.isEmpty() || parts.length > 2) {
      return Optional.empty();
    }
    int all = address.get().getAddress().length * Byte.SIZE;
    if (parts.length == 1) {
      return Optional.of(new Network(address.get(), all));
    }
    return parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= all
        ? Optional.of(new Network(address.get(), Integer.parseInt(parts[1])))
        : Optional.empty();
  }

  /** Whether an address is in it; what is no address is in none. */
  public boolean contains(String address) {
    return address(address).filter(this::holds).isPresent();
  }

  private boolean holds(InetAddress other) {
    byte[] mine = first.getAddress();
    byte[] its = other.getAddress();
    if (mine.length != its.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % Byte.SIZE);
      if ((mine[bit / Byte.SIZE] & mask) != (its[bit / Byte.SIZE] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static Optional<InetAddress> address(String literal) {
    try {
      return Optional.of(InetAddress.ofLiteral(literal));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
