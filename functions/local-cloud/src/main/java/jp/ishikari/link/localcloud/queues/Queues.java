package jp.ishikari.link.localcloud.queues;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.util.Map;
import jp.ishikari.link.localcloud.Engine;
import jp.ishikari.link.localcloud.Settings;
import jp.ishikari.link.localcloud.Settings.Port;
import jp.ishikari.link.localcloud.wire.FirstVisit;
import jp.ishikari.link.localcloud.wire.StateFolder;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import scala.Function0;

/**
 * Runs ElasticMQ.
 *
 * <p>It makes its actors by the class path's settings, whatever it is given: those stand in {@code
 * application.conf}.
 *
 * <p>PurgeQueue is not kept: purged messages come back after a restart. Delete the queue instead.
 */
public final class Queues implements Engine {
  /**
   * Each commit is in the file before it is answered; this class closes the file. A message stands
   * in its row instead of beside it, and what was overwritten gives its place free at once, not
   * after 45 seconds: with the presets the file grew by 70 KB with each message.
   */
  private static final String STORAGE =
      ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;MAX_LENGTH_INPLACE_LOB=8192;RETENTION_TIME=0";

  private final Settings settings;
  private FirstVisit visits;
  private Function0<?> stop;

  /** Nothing starts yet. */
  public Queues(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String name() {
    return "SQS";
  }

  @Override
  public void start() throws IOException {
    var port = settings.port(Port.SQS);
    if (settings.onFirstVisit()) {
      visits = FirstVisit.await(port, () -> open(FirstVisit.freePort()));
    } else {
      open(port);
    }
  }

  /** Returns the port. */
  private int open(int port) throws IOException {
    var folder = StateFolder.create(settings.data().resolve("sqs"));
    var own =
        Map.<String, Object>ofEntries(
            Map.entry("node-address.host", "127.0.0.1"),
            // Without it queue URLs carry the preset port.
            Map.entry("node-address.port", settings.port(Port.SQS)),
            Map.entry("rest-sqs.bind-port", port),
            // The preset is every interface.
            Map.entry("rest-sqs.bind-hostname", "127.0.0.1"),
            Map.entry("rest-stats.enabled", false),
            Map.entry("aws.region", settings.region()),
            Map.entry("aws.accountId", Settings.ACCOUNT),
            Map.entry("messages-storage.enabled", true),
            Map.entry("messages-storage.uri", "jdbc:h2:" + folder.resolve("queues") + STORAGE));
    var config =
        ConfigFactory.parseMap(own)
            .withFallback(ConfigFactory.load("elasticmq"))
            .withFallback(ConfigFactory.load());
    stop = new ElasticMQServer(new ElasticMQServerConfig(config)).start();
    return port;
  }

  @Override
  public void close() throws IOException {
    if (visits != null) {
      visits.close();
    }
    if (stop != null) {
      stop.apply();
    }
  }
}
