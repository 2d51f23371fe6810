package jp.ishikari.link.forms;

/**
 * One thing that is wrong with a form definition.
 *
 * @param pointer the place as a JSON pointer (RFC 6901); a name too strange to repeat is written ?
 * @param code stable, for programs
 * @param detail one Japanese sentence, for the staff member who builds the form
 */
public record Finding(String pointer, FindingCode code, String detail) {}
