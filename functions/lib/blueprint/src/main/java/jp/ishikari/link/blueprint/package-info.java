/**
 * The one declaration of the city hall: capabilities, their entries and routes, and everything they
 * stand on. Facts only; every name follows from them by one rule in {@link
 * jp.ishikari.link.blueprint.Names}. Read by infra-cdk, by functions/local, by the capabilities and
 * by the generator of docs/generated. Pure JDK: no cloud, framework or JSON type ever enters here.
 */
package jp.ishikari.link.blueprint;
