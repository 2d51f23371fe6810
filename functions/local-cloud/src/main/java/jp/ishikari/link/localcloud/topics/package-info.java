/**
 * SNS, as far as a city hall uses it: topics, subscriptions of SQS queues, fan-out with filters.
 *
 * <p>Protocol: AWS Query, form body {@code Action=…} and XML answers, API version 2010-03-31.
 * Topics and subscriptions are kept in {@code topics.json}. A publish answers success only after
 * every queue that must have the message accepted it.
 */
package jp.ishikari.link.localcloud.topics;
