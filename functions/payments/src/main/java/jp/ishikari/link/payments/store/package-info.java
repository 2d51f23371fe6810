/** What this capability alone keeps: its ports, their words, and their adapters to the cloud. */
package jp.ishikari.link.payments.store;
