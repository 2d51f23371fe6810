/**
 * Makes the city hall's cloud from the blueprint: the same stacks in Tokyo and in Osaka, and one
 * edge in front. Decides how a thing is made (encrypted, alarmed, rolled back), never which things
 * exist: that is the blueprint's. Read {@link jp.ishikari.link.infracdk.City} first.
 */
package jp.ishikari.link.infracdk;
