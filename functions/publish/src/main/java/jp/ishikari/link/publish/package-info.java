/**
 * For every other capability: what was committed becomes known. Trigger: new rows of the events
 * table, and a schedule that looks for rows the stream missed. Reads and updates: events.
 * Announces: CloudEvents on the city's topic, at least once, in no promised order. Failure: the
 * record stays and comes again; after the last try it waits in the entry's failure queue, and the
 * sweep still finds it.
 */
package jp.ishikari.link.publish;
