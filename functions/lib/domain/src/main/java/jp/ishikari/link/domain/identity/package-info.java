/**
 * Accounts, staff, sessions and sign-ins, and the ports that keep them. Refuses protocols and
 * cookies.
 */
package jp.ishikari.link.domain.identity;
