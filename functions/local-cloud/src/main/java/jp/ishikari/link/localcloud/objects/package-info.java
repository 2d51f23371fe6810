/** S3, played by s3proxy with signature version 4; objects are files. */
package jp.ishikari.link.localcloud.objects;
