/**
 * For residents: a mail when something happened to their application. Triggers: the city's events,
 * and what the mail service reports about mail of ours, each by queue. Reads: the application, for
 * its address and receipt number. Writes: one delivery row per event, and addresses that nothing
 * more is sent to. Failures: an application that can't be read yet or a mail that can't be sent
 * comes again, then goes to the dead letter queue; what did not arrive is shown on the case and to
 * the applicant. The mail carries a receipt number and a link, nothing else.
 */
package jp.ishikari.link.notices;
