/**
 * The AWS engines of the city hall on one machine, one process of its own.
 *
 * <p>It runs engines and nothing else: tables, queues, topics and buckets are created by whoever
 * uses it, through the ordinary AWS SDK. Everything it keeps lies under one data folder, so that
 * state survives a restart and one deletion resets it. It is for one machine: every engine that can
 * be bound to 127.0.0.1 is.
 */
package jp.ishikari.link.localcloud;
