package jp.ishikari.link.domain;

import java.time.Instant;

/**
 * The promise that one request has one effect, kept in the same transaction as the effect.
 *
 * @param token hash of caller, route and Idempotency-Key
 * @param bodyHash hash of the request's body: the same key with another body is a conflict
 * @param answer what was answered, as text, to be given again
 */
public record Idempotency(String token, String bodyHash, String answer, Instant expiresAt) {}
