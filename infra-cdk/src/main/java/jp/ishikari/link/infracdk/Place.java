package jp.ishikari.link.infracdk;

import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Mailer;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Queue;
import jp.ishikari.link.blueprint.Resource;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.blueprint.Topic;

/**
 * One region of one account: every name and ARN there. Stacks meet by these names instead of by
 * references, because references across regions would need helper functions of their own.
 */
public record Place(CityRegion region, CitySettings settings) {
  /** The alias that traffic goes to. */
  public static final String LIVE = "live";

  /** Name of the topic operators listen to. */
  public static final String ALARMS = Names.CITY + "-alarms";

  public RegionRole role() {
    return settings.roleOf(region);
  }

  public boolean isActive() {
    return role() == RegionRole.ACTIVE;
  }

  /** The same account's other region. */
  public Place other() {
    return new Place(region.other(), settings);
  }

  /** What the entry's environment holds for a resource. */
  public String nameOf(Resource resource) {
    return switch (resource) {
      case Table table -> Names.physical(table);
      case Bucket bucket -> bucketName(bucket);
      case Queue queue ->
          "https://sqs.%s.amazonaws.com/%s/%s"
              .formatted(region.code(), settings.account(), Names.physical(queue));
      case Topic topic -> arn(topic);
      case Key key -> keyAlias(key);
      case Mailer mailer -> Names.physical(mailer);
    };
  }

  /** What a policy names for a resource. */
  public String arn(Resource resource) {
    return switch (resource) {
      case Table table -> arn("dynamodb", "table/" + Names.physical(table));
      case Bucket bucket -> "arn:aws:s3:::" + bucketName(bucket);
      case Queue queue -> queueArn(Names.physical(queue));
      case Topic topic -> arn("sns", Names.physical(topic));
      case Key key -> arn("kms", "key/" + settings.keyId(key));
      case Mailer mailer -> arn("ses", "identity/" + settings.zoneName());
    };
  }

  /** The settings that mail is sent by. */
  public String sendingArn(Mailer mailer) {
    return arn("ses", "configuration-set/" + Names.physical(mailer));
  }

  /** Where browsers with a signed permission reach a bucket. */
  public String bucketOrigin(Bucket bucket) {
    return "https://" + bucketName(bucket) + ".s3." + region.code() + ".amazonaws.com";
  }

  /** Bucket names are unique in the world, so account and region are part of them. */
  public String bucketName(Bucket bucket) {
    return bucketName(Names.physical(bucket));
  }

  public String bucketName(String physical) {
    return physical + "-" + settings.account() + "-" + region.code();
  }

  public String keyAlias(Key key) {
    return "alias/" + Names.physical(key);
  }

  public String queueArn(String name) {
    return arn("sqs", name);
  }

  /**
   * Name of a secret by which the resident API knows that a request came through our edge.
   *
   * @param number one of {@link CitySettings#edgeProofs}
   */
  public static String edgeProof(String number) {
    return Names.CITY + "/edge-proof-" + number;
  }

  public String alarmsArn() {
    return arn("sns", ALARMS);
  }

  public String functionArn(Entry entry) {
    return arn("lambda", "function:" + Names.function(entry));
  }

  public String liveArn(Entry entry) {
    return functionArn(entry) + ":" + LIVE;
  }

  /**
   * Host the regional API answers under: the public one, except that the portal's is the edge's.
   */
  public String apiHost(Api api) {
    return api == Api.RESIDENT ? "resident-api." + settings.zoneName() : settings.host(api);
  }

  public String arn(String service, String resource) {
    return "arn:aws:%s:%s:%s:%s".formatted(service, region.code(), settings.account(), resource);
  }
}
