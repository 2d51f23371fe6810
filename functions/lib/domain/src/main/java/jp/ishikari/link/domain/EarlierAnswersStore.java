package jp.ishikari.link.domain;

import java.util.List;

/** Keeps what was answered before each correction. */
public interface EarlierAnswersStore {

  /** That they are kept; refused when this version's are kept already. */
  Part<NotSaved> keeping(EarlierAnswers earlier);

  /** So many go into one answer, each with answers of up to 256 KB. */
  int SHOWN = 10;

  /** The newest {@link #SHOWN} of an application, the newest first (consistent). */
  List<EarlierAnswers> of(String applicationId);
}
