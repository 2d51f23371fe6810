/**
 * How a document becomes a PDF that lasts (PDF/A-2a) and that a screen reader reads in order
 * (PDF/UA-1): our layout, texts that are never markup, our fonts inside, nothing loaded from
 * anywhere. Knows no case and no cloud.
 */
package jp.ishikari.link.documents.print;
