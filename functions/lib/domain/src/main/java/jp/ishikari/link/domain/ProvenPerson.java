package jp.ishikari.link.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whom a sign-in showed somebody to be (身元確認), as the card or what is worth as much said it.
 *
 * @param name null where it did not say
 * @param birthDate null where it did not say, or not the whole day
 */
public record ProvenPerson(@Nullable String name, @Nullable LocalDate birthDate) {}
