/**
 * Between the cloud's events and the operations of the capabilities: reads a gateway event, checks
 * it in a fixed order, runs the operation, shapes the answer; one problem body; logging; the
 * adapter to Spring Cloud Function. Refuses: rules of any one capability, and anything that touches
 * a store.
 */
package jp.ishikari.link.edge;
