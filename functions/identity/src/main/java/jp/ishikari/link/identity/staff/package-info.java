/** Staff: who is on duty, their one-time and recovery codes, and the first administrator. */
package jp.ishikari.link.identity.staff;
