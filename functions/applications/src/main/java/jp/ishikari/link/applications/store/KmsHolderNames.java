package jp.ishikari.link.applications.store;

import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.KmsMac;
import jp.ishikari.link.blueprint.Key;

/** Names of holders under a key in KMS. */
public final class KmsHolderNames implements HolderNames {
  private final KmsMac names;

  public KmsHolderNames(Cloud cloud) {
    this.names = new KmsMac(cloud, Key.PLACE_HOLDERS);
  }

  @Override
  public String of(String round, Kind kind, String who) {
    return names.hash(round + "#" + kind, who);
  }
}
