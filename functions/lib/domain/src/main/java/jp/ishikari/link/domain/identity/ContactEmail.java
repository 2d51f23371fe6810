package jp.ishikari.link.domain.identity;

import java.time.LocalDate;

/**
 * An address that somebody has shown to read the mail of.
 *
 * @param on the day on which they did
 */
public record ContactEmail(String address, LocalDate on) {}
