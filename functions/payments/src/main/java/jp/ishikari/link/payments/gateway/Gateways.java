package jp.ishikari.link.payments.gateway;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The gateways that the city has a contract with. New checkouts go to the one that is set for the
 * method, or to the first that offers it where none is; those under way stay with the one that they
 * were begun at.
 *
 * @param set the gateway that a method goes to, or a word that names none; empty where nobody has
 *     said anything about it
 */
public record Gateways(List<PaymentGateway> each, Function<String, Optional<String>> set) {

  /** Where nothing new is begun. */
  public static Gateways running(List<PaymentGateway> each) {
    return new Gateways(each, method -> Optional.empty());
  }

  /** How people could pay, whatever is set. */
  public List<String> offered() {
    return each.stream().flatMap(one -> one.methods().stream()).distinct().toList();
  }

  /** How people may pay now. */
  public List<String> methods() {
    return offered().stream().filter(method -> offering(method).isPresent()).toList();
  }

  /** Whom a new checkout goes to. */
  public Optional<PaymentGateway> offering(String method) {
    Optional<String> wanted = set.apply(method);
    return each.stream()
        .filter(one -> one.methods().contains(method))
        .filter(one -> wanted.isEmpty() || wanted.get().equals(one.name()))
        .findFirst();
  }

  /** The way that was chosen, and then those for which a new checkout would go to the same. */
  public List<String> together(String method) {
    String gateway = offering(method).orElseThrow().name();
    return Stream.concat(
            Stream.of(method),
            methods().stream()
                .filter(one -> !one.equals(method))
                .filter(one -> offering(one).filter(at -> at.name().equals(gateway)).isPresent()))
        .toList();
  }

  /** Whom a checkout was begun at; empty when the city has no contract with it any more. */
  public Optional<PaymentGateway> named(String name) {
    return each.stream().filter(one -> one.name().equals(name)).findFirst();
  }
}
