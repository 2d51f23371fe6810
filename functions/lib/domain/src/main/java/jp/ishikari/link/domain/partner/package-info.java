/** Partners (連携先) whose machines read from us. */
package jp.ishikari.link.domain.partner;
