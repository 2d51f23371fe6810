/**
 * For tests only: the real engines as a process, sample events, and one contract suite per port.
 */
package jp.ishikari.link.testkit;
