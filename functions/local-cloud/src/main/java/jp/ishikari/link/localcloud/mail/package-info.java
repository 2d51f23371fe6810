/**
 * SES v2 and text messages: nothing leaves this machine, everything can be read on one page.
 *
 * <p>{@code POST /v2/email/outbound-emails} is the real SDK's request; text messages come from the
 * SNS facade. The page is at {@code /}, the same as JSON at {@code /inbox.json}, and {@code DELETE
 * /inbox} empties it.
 */
package jp.ishikari.link.localcloud.mail;
