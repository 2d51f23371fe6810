/**
 * For residents: a mail when something happened to their application. Trigger: the city's events,
 * by queue. Reads: the application, for its address and receipt number. Writes: one delivery row
 * per event. Failures: an application that can't be read yet or a mail that can't be sent comes
 * again, then goes to the dead letter queue. The mail carries a receipt number and a link, nothing
 * else.
 */
package jp.ishikari.link.notices;
