/**
 * Residents: the ways by which they sign in, what a way confirms about them, and which ways belong
 * to an account.
 */
package jp.ishikari.link.identity.residents;
