package jp.ishikari.link.domain;

import java.util.Optional;

/** Keeps which application each follow code belongs to. */
public interface FollowCodes {

  /** That an application may be followed by whoever knows its code. */
  Part<NotSaved> offering(FollowCode code);

  /** The id of the application (consistent). */
  Optional<String> applicationOf(String followId);
}
