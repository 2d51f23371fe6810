package jp.ishikari.link.aws;

import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.domain.BlindIndex;

/** Terms under a key in KMS. */
public final class KmsBlindIndex implements BlindIndex {
  private final KmsMac terms;

  public KmsBlindIndex(Cloud cloud) {
    this.terms = new KmsMac(cloud, Key.PEOPLE_INDEX);
  }

  @Override
  public String term(String scope, Kind kind, String folded) {
    return scope + "#" + terms.hash(kind.name(), folded);
  }
}
