/**
 * For residents: find a procedure and read what it asks. Triggers: resident API, partner API, and
 * new versions of procedures by stream. Reads: procedures, divisions. Writes: the search index that
 * the portal loads. Failures: an unknown procedure is 404; an index that can't be written comes
 * again.
 */
package jp.ishikari.link.catalogue;
