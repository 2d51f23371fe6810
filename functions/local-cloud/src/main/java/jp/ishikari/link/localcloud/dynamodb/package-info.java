/**
 * DynamoDB Local, AWS's own engine, unmodified and in a process of its own.
 *
 * <p>Its licence forbids compiling against it, shipping it and combining it with other programs:
 * only its main class is named here, as text, and its jars stand on no class path of ours.
 */
package jp.ishikari.link.localcloud.dynamodb;
