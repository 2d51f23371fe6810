/** SQS, played by ElasticMQ; queues and messages are kept in an H2 file. */
package jp.ishikari.link.localcloud.queues;
