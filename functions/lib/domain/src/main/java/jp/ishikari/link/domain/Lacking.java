package jp.ishikari.link.domain;

import org.jspecify.annotations.Nullable;

/**
 * Something that the form asks and a paper does not say, or says so that no answer comes of it.
 *
 * @param path of the very part or member, as in {@link jp.ishikari.link.forms.FormError}
 * @param message what is wrong, as the form tells it
 * @param written what stands on the paper, all of it; null when nothing does or it is an answer
 */
public record Lacking(String path, String message, @Nullable String written) {}
