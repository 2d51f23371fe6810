/** Files on their way: their rows on DynamoDB, their bytes on S3. */
package jp.ishikari.link.attachments.store;
