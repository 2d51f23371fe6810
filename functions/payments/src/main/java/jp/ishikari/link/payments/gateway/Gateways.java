package jp.ishikari.link.payments.gateway;

import java.util.List;
import java.util.Optional;

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

  /** Whom a checkout was begun at; empty when the city has no contract with it any more. */
  public Optional<PaymentGateway> named(String name) {
    return each.stream().filter(one -> one.name().equals(name)).findFirst();
  }
}
