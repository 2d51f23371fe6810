package jp.ishikari.link.domain.counter;

import java.time.Instant;
import java.util.List;

/**
 * That a member of staff compared a visitor with their documents. Never a number of a document.
 *
 * @param other what {@link IdentityDocument#OTHER} was; null without it
 */
public record Attestation(
    List<IdentityDocument> documents, String other, String staffId, String staffName, Instant at) {}
