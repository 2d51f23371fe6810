/**
 * Who of the staff works on a case, and how they mark it among themselves. Their notes stand with
 * the capability itself; nothing of it is ever shown to the applicant.
 */
package jp.ishikari.link.domain.assignment;
