/**
 * 署名の検証: what a signature made with a My Number card proves, decided without any cloud.
 *
 * <p>Two shapes come in ({@link jp.ishikari.link.signature.SignatureShape}), one verdict comes out
 * ({@link jp.ishikari.link.signature.Verdict}). Who is trusted, for what and how long is {@link
 * jp.ishikari.link.signature.Trust}; whether a certificate was revoked is asked through {@link
 * jp.ishikari.link.signature.Revocation}. The profile follows the Public Certification Service for
 * Individuals (公的個人認証サービス) of J-LIS; every value of it that could differ between environments is a
 * setting.
 */
package jp.ishikari.link.signature;
