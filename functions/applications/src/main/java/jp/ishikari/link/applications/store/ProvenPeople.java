package jp.ishikari.link.applications.store;

import jp.ishikari.link.domain.ProvenPerson;

/** Whom the card showed the holder of an account to be. */
public interface ProvenPeople {

  /** As it was said at the latest sign-in; what was not said is null. */
  ProvenPerson of(String accountId);
}
