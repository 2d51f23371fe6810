/**
 * Documents that the city gives back, as far as more than one capability speaks of them: what they
 * are for, how their texts are begun, which facts of a case stand in them.
 */
package jp.ishikari.link.domain.document;
