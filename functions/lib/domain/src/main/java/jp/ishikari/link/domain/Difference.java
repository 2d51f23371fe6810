package jp.ishikari.link.domain;

import org.jspecify.annotations.Nullable;

/**
 * What a change changed of one thing, in the words of the console.
 *
 * @param field of what was changed, or what was done
 * @param before null for nothing
 * @param after null for nothing
 */
public record Difference(String field, @Nullable String before, @Nullable String after) {}
