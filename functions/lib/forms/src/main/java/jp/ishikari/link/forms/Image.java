package jp.ishikari.link.forms;

/**
 * A small picture that belongs to the definition and travels with it.
 *
 * @param type image/png or image/jpeg; nothing that can carry script
 * @param data base64
 * @param alt what the picture shows, for whoever cannot see it
 */
public record Image(String type, String data, String alt) {}
