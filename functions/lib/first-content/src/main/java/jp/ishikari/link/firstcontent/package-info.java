/** What a city hall begins with. */
package jp.ishikari.link.firstcontent;
