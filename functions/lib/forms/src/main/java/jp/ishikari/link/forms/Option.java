package jp.ishikari.link.forms;

/**
 * One choice.
 *
 * @param value what is stored
 * @param label what the resident reads
 */
public record Option(String value, String label) {}
