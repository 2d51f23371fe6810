package jp.ishikari.link.domain;

import org.jspecify.annotations.Nullable;

/**
 * Something that the form asks and a paper does not say, or says so that no answer comes of it.
 *
 * @param path of the question, as in {@link jp.ishikari.link.forms.FormError}
 * @param message what is wrong, as the form tells it
 * @param written what stands on the paper; null when nothing does
 */
public record Lacking(String path, String message, @Nullable String written) {}
