/**
 * What applicants and the city write to each other about one application: how far it is and who has
 * read it. What is written stands with the capability itself.
 */
package jp.ishikari.link.domain.conversation;
