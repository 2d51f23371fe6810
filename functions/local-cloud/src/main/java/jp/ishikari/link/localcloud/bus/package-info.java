/**
 * The account's event bus (EventBridge): what the object store, the scanner and the mail service
 * report reaches the queues that asked for it, as the same JSON that the cloud sends.
 */
package jp.ishikari.link.localcloud.bus;
