/**
 * The ports of the domain on DynamoDB, SNS, S3, SES and KMS, and the shape of a capability's
 * wiring. A row and a domain type are mapped in one place, inside the store; a store never gives
 * out a row. Refuses: decisions. What may happen is the domain's, what is answered is the
 * capability's.
 */
package jp.ishikari.link.aws;
