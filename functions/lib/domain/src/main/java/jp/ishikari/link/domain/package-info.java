/**
 * What the city hall talks about: applications and their lifecycle, procedures, divisions, business
 * days, receipt numbers, and the ports that keep them. Pure JDK and the form language. Refuses:
 * anything of the cloud, of HTTP or of JSON, and any type that only one capability uses.
 */
package jp.ishikari.link.domain;
