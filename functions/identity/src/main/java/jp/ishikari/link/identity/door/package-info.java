/**
 * What every way in has in common: how a provider is asked and believed, sessions, where somebody
 * lands and what a page says when nothing came of it. It knows no resident and no staff.
 */
package jp.ishikari.link.identity.door;
