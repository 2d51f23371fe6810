package jp.ishikari.link.blueprint;

/**
 * Who calls. Each caller has a REST API and a host of its own, so a staff route does not exist on
 * the resident host.
 */
public enum Api {
  RESIDENT,
  STAFF,
  PARTNER
}
