/** Payment gateways (決済代行): one port, and an adapter for each that the city may choose. */
package jp.ishikari.link.payments.gateway;
