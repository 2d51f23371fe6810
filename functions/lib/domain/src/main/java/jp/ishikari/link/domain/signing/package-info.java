/** 電子署名: what a resident signs with the card's 署名用電子証明書, and what is kept of it. */
package jp.ishikari.link.domain.signing;
