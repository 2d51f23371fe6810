/**
 * For residents and staff: prove who they are and get a session. Triggers: resident API, staff API,
 * and the session authorizer of each. Reads and writes: sign-ins under way, sessions, accounts,
 * identities, staff. Failures: whatever is wrong with a sign-in ends on a page that says so and
 * never in a session; a cookie that is forged, expired or of the other host is a guest's.
 */
package jp.ishikari.link.identity;
