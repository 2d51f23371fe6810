/**
 * For residents: send files with an application, in parts, so that a broken line loses none; for
 * staff: open what the scan let through. Trigger: the resident API, the staff API, the scan's
 * verdicts, a schedule. Writes: the file's row, its object in quarantine, its copy among the files;
 * an event when the scan finds something. Failures: a verdict that does not come is asked for again
 * and told to operators; what nobody sends in is swept.
 */
package jp.ishikari.link.attachments;
