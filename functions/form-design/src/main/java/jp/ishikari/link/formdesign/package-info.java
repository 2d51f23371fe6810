/**
 * For division administrators: build the next version of a procedure (手続) of their division, page
 * and form (様式), try it, look at what stands in the way, publish it, compare and restore versions,
 * pause it, take it along as a package. Trigger: the staff API. Reads: designs, procedures,
 * divisions. Writes, in one transaction per save: the design and the idempotency token; per
 * publication also the version, which the catalogue's index follows by the table's stream.
 * Failures: a procedure of another division (as if it did not exist), a colleague who saved first,
 * findings that block a publication.
 */
package jp.ishikari.link.formdesign;
