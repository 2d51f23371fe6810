package jp.ishikari.link.identity;

import com.nimbusds.jose.JWSAlgorithm;
import java.util.Set;

/**
 * An OpenID Connect provider and how we are known there.
 *
 * @param name part of what an identity is stored under
 * @param callback our redirect URI
 * @param algorithms of ID tokens that are believed; nothing else is, whatever a token says
 */
record Provider(
    String name,
    String issuer,
    String clientId,
    String callback,
    Set<String> scopes,
    Set<JWSAlgorithm> algorithms) {}
