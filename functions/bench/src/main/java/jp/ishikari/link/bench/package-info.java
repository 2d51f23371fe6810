/**
 * The zips as the cloud would run them, and measurements: every figure is printed beside a floor
 * that ran in the same minutes. Not deployed.
 */
package jp.ishikari.link.bench;
