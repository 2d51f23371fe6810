package jp.ishikari.link.domain.counter;

/**
 * How an application came in at the counter (窓口).
 *
 * @param terminalName as it was called then
 * @param attestation null where nobody asked staff to check who it was
 */
public record AtCounter(String terminalId, String terminalName, Attestation attestation) {}
