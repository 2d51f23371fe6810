package jp.ishikari.link.applications;

import java.time.InstantSource;
import java.util.Optional;
import jp.ishikari.link.domain.Applicant;
import jp.ishikari.link.domain.StoppedAddresses;
import jp.ishikari.link.domain.identity.ConfirmedAddresses;
import jp.ishikari.link.domain.identity.ContactEmail;
import jp.ishikari.link.domain.identity.ContactEmails;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Cookies;
import jp.ishikari.link.edge.MailProof;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.forms.EmailAddress;

/**
 * Where notices about an application may go: an address that stands in its answers and that whoever
 * sends them in has shown to read the mail of, by a code in this browser or as the contact address
 * of their account; where the form asks for none, the contact address. To what was only typed,
 * which may be a stranger's, nothing is ever sent, and what mail was stopped to is promised none.
 */
record NoticeAddress(
    ConfirmedAddresses confirmed,
    ContactEmails contacts,
    StoppedAddresses stopped,
    Cookies cookies,
    InstantSource clock) {

  /**
   * The address as the code was sent to it, which is the same mailbox as the one that was typed;
   * where the form asks for no address, the contact address of the account.
   */
  Optional<String> of(Request request, Applicant applicant) {
    if (!applicant.isAskedForEmail()) {
      return ofAccount(request).filter(address -> !stopped.isStopped(address));
    }
    Optional<EmailAddress> typed =
        Optional.ofNullable(applicant.email()).flatMap(EmailAddress::read);
    return typed
        .flatMap(address -> byCode(request, address))
        .or(() -> typed.flatMap(address -> ofAccount(request, address)))
        .filter(address -> !stopped.isStopped(address));
  }

  /**
   * The same for answers that are corrected.
   *
   * @param beforeOrNull where notices went until now, which was confirmed when it was sent in
   */
  Optional<String> of(Request request, Applicant applicant, String beforeOrNull) {
    String typedOrNull = applicant.email();
    return beforeOrNull != null && typedOrNull != null && oneMailbox(beforeOrNull, typedOrNull)
        ? Optional.of(beforeOrNull).filter(address -> !stopped.isStopped(address))
        : of(request, applicant);
  }

  private Optional<String> byCode(Request request, EmailAddress typed) {
    return MailProof.of(request, cookies)
        .flatMap(proof -> confirmed.find(proof.name(typed), clock.instant()));
  }

  private Optional<String> ofAccount(Request request, EmailAddress typed) {
    return ofAccount(request).filter(address -> oneMailbox(address, typed.text()));
  }

  private Optional<String> ofAccount(Request request) {
    return request.caller() instanceof Caller.Resident resident
        ? contacts.of(resident.accountId()).map(ContactEmail::address)
        : Optional.empty();
  }

  private static boolean oneMailbox(String one, String other) {
    return new EmailAddress(one).mailbox().equals(new EmailAddress(other).mailbox());
  }
}
