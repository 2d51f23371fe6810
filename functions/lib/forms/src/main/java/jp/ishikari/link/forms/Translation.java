package jp.ishikari.link.forms;

/**
 * A text in another language.
 *
 * @param of the Japanese that it was made from; when the Japanese is another by now, the
 *     translation is stale and not shown
 */
public record Translation(String text, String of) {}
