package jp.ishikari.link.domain.signing;

import java.time.LocalDate;

/**
 * What the answers say of the person, to hold against the card; null where the form does not ask.
 *
 * @param sex digit of JIS X 0303
 */
public record Claimed(String name, String address, LocalDate birthDate, String sex) {}
