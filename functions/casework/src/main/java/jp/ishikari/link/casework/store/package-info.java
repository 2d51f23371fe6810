/** What staff alone need of a case: the rows of their list, and how all of them are made anew. */
package jp.ishikari.link.casework.store;
