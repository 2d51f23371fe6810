/** HTTP, JSON and files as the small facades share them. */
package jp.ishikari.link.localcloud.wire;
