/**
 * Files that residents send with an application (添付書類): from the first byte in quarantine until
 * they belong to an application.
 */
package jp.ishikari.link.domain.attachment;
