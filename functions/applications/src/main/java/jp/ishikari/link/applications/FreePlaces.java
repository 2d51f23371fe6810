package jp.ishikari.link.applications;

import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import jp.ishikari.link.applications.store.HolderNames;
import jp.ishikari.link.applications.store.HolderNames.Kind;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.Place;
import jp.ishikari.link.domain.PlaceStore;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.counter.Attestation;
import jp.ishikari.link.domain.counter.Visit;
import jp.ishikari.link.domain.identity.ContactEmail;
import jp.ishikari.link.domain.identity.ContactEmails;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.forms.EmailAddress;

/**
 * Places of a procedure that takes a limited number of applications (定員): one for each account that
 * has shown who it is, for each confirmed mailbox of a guest or of an account that came by mail,
 * and for each visit at the counter whose visitor staff have checked. Whoever is none of these
 * could come again and again and holds none.
 */
record FreePlaces(
    PlaceStore places, ContactEmails contacts, HolderNames names, RandomGenerator random) {

  /**
   * Who would hold the place; empty for who can't.
   *
   * @param visit at the counter
   * @param confirmed the address that was confirmed
   */
  Optional<String> holder(
      String round, Request request, Optional<Visit> visit, Optional<String> confirmed) {
    if (request.caller() instanceof Caller.Resident resident) {
      return Optional.of(account(round, resident));
    }
    return visit
        .filter(at -> at.attestation() != null)
        .map(at -> names.of(round, Kind.VISIT, at.visitId() + person(at.attestation())))
        .or(() -> confirmed.map(address -> mailbox(round, address)));
  }

  /** Several may come together; who is checked twice is still one. */
  private static String person(Attestation found) {
    String name = Normalizer.normalize(found.name(), Normalizer.Form.NFKC);
    return " " + found.birthDate() + " " + name.replaceAll("\\s", "");
  }

  /** By mail anybody gets an account for each +tag of one mailbox: there the mailbox counts. */
  private String account(String round, Caller.Resident resident) {
    return (resident.proven() ? Optional.<ContactEmail>empty() : contacts.of(resident.accountId()))
        .map(contact -> mailbox(round, contact.address()))
        .orElseGet(() -> names.of(round, Kind.ACCOUNT, resident.accountId()));
  }

  private String mailbox(String round, String address) {
    return names.of(round, Kind.MAILBOX, new EmailAddress(address).mailbox());
  }

  /** Any free place, so that those who come at once seldom want the same one. */
  Optional<Place> draw(Procedure procedure, String holder) {
    String round = procedure.round();
    Set<Integer> held = places.held(round).keySet();
    List<Integer> free =
        IntStream.rangeClosed(1, procedure.release().capacity())
            .filter(number -> !held.contains(number))
            .boxed()
            .toList();
    return free.isEmpty()
        ? Optional.empty()
        : Optional.of(new Place(round, free.get(random.nextInt(free.size())), holder));
  }

  Part<PlaceStore.NotTaken> taking(Place place, String applicationId) {
    return places.taking(place, applicationId);
  }
}
