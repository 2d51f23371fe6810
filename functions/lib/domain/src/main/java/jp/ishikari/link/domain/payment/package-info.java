/**
 * 納付: what an application costs and what became of it. Amounts are whole yen, computed by the
 * server; what moves them is a graph ({@link OrderGraph}), and only a gateway that was asked, or
 * somebody of the staff, says that money came. No card, no slip's secret and no name stands here.
 */
package jp.ishikari.link.domain.payment;
