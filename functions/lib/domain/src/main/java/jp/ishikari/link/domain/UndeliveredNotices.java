package jp.ishikari.link.domain;

import java.util.List;

/** What did not arrive, for the clerk of the case and for the applicant. */
public interface UndeliveredNotices {

  /** Remembers it; told again, nothing becomes of it but the latest reason. */
  void add(UndeliveredNotice notice);

  /** Those of an application, oldest event first; a moment behind. */
  List<UndeliveredNotice> of(String applicationId);
}
