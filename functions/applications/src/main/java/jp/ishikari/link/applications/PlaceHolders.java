package jp.ishikari.link.applications;

import java.util.Optional;
import jp.ishikari.link.applications.store.HolderNames;
import jp.ishikari.link.applications.store.HolderNames.Kind;
import jp.ishikari.link.domain.counter.Visit;
import jp.ishikari.link.domain.identity.ContactEmail;
import jp.ishikari.link.domain.identity.ContactEmails;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.forms.EmailAddress;

/**
 * Who holds a place of a procedure that takes a limited number of applications (定員): one for each
 * account that has shown who it is, for each confirmed mailbox of a guest or of an account that
 * came by mail, and for each visit at the counter whose visitor staff have checked. Whoever is none
 * of these could come again and again and holds none.
 */
record PlaceHolders(ContactEmails contacts, HolderNames names) {

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
        // Several may come together; who is checked twice is still one.
        .map(
            at ->
                names.of(
                    round,
                    Kind.VISIT,
                    at.visitId()
                        + HolderNames.person(
                            at.attestation().name(), at.attestation().birthDate())))
        .or(() -> confirmed.map(address -> mailbox(round, address)));
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
}
