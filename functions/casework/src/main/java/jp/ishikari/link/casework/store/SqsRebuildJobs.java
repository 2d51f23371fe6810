package jp.ishikari.link.casework.store;

import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.blueprint.Queue;
import jp.ishikari.link.edge.Json;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Jobs on the capability's own queue. */
public final class SqsRebuildJobs implements RebuildJobs {
  private final SqsClient queues;
  private final String url;

  public SqsRebuildJobs(Cloud cloud) {
    this.queues = cloud.queues();
    this.url = cloud.environment().nameOf(Queue.DESK_REBUILD);
  }

  @Override
  public void goOn(String after) {
    String job = Json.MAPPER.createObjectNode().put("after", after).toString();
    queues.sendMessage(r -> r.queueUrl(url).messageBody(job));
  }
}
