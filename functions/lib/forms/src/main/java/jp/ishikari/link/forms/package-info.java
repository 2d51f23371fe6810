/**
 * The form language of the city: what a form asks, when a question is shown, what an acceptable
 * answer is, and what the application costs.
 *
 * <p>Read in this order: {@link jp.ishikari.link.forms.FormDefinition} (what staff publish), {@link
 * jp.ishikari.link.forms.FormCheck} (what is decided about answers), {@link
 * jp.ishikari.link.forms.Prefill} (what the city already knows). A twin in TypeScript gives the
 * same results in the browser; shared vectors and a differential fuzz hold the two together.
 *
 * <p>Nothing here reads a clock, a file outside this module or the network, and nothing throws on
 * what a stranger sends.
 */
package jp.ishikari.link.forms;
