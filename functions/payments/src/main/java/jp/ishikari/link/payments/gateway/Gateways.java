package jp.ishikari.link.payments.gateway;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The gateways that the city has a contract with. New checkouts go to the first that offers the
 * method; those under way stay with the one that they were begun at.
 */
public record Gateways(List<PaymentGateway> each) {

  /** How people may pay now. */
  public List<String> methods() {
    return each.stream().flatMap(one -> one.methods().stream()).distinct().toList();
  }

  /** Whom a new checkout goes to. */
  public Optional<PaymentGateway> offering(String method) {
    return each.stream().filter(one -> one.methods().contains(method)).findFirst();
  }

  /** The way that was chosen, and then those for which a new checkout would go to the same. */
  public List<String> together(String method) {
    PaymentGateway gateway = offering(method).orElseThrow();
    return Stream.concat(
            Stream.of(method),
            methods().stream()
                .filter(one -> !one.equals(method))
                .filter(one -> offering(one).filter(gateway::equals).isPresent()))
        .toList();
  }

  /** Whom a checkout was begun at; empty when the city has no contract with it any more. */
  public Optional<PaymentGateway> named(String name) {
    return each.stream().filter(one -> one.name().equals(name)).findFirst();
  }
}
