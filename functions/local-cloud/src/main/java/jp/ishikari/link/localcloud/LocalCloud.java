package jp.ishikari.link.localcloud;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
import jp.ishikari.link.localcloud.Settings.Port;
import jp.ishikari.link.localcloud.bus.Bus;
import jp.ishikari.link.localcloud.dynamodb.DynamoDb;
import jp.ishikari.link.localcloud.idp.IdentityProvider;
import jp.ishikari.link.localcloud.keys.Keys;
import jp.ishikari.link.localcloud.mail.Inbox;
import jp.ishikari.link.localcloud.mail.Mail;
import jp.ishikari.link.localcloud.objects.ObjectStore;
import jp.ishikari.link.localcloud.pay.Gateway;
import jp.ishikari.link.localcloud.queues.Queues;
import jp.ishikari.link.localcloud.topics.Topics;
import jp.ishikari.link.localcloud.wire.StateFolder;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Starts all engines, says so on one line of standard output, and ends with its parent.
 *
 * <p>Exit status: 0 after its parent ended or a signal, 2 for a command line or a machine it cannot
 * work with (each reason is one sentence on standard error), 1 when an engine failed.
 */
public final class LocalCloud {
  private static final int CANNOT_RUN_HERE = 2;
  private static final int ENGINE_FAILED = 1;

  // Held, because java.util.logging forgets the level of a logger that nobody holds.
  private static final Logger JUL_ROOT = Logger.getLogger("");

  // Held, because a channel that nobody holds is closed, and its lock with it.
  private static FileChannel lock;

  private LocalCloud() {}

  /** See {@link Settings} for the flags. */
  public static void main(String... arguments) {
    var begin = System.nanoTime();
    // Before the first logger: the engines bring logging configurations of their own.
    System.setProperty("logback.configurationFile", "local-cloud-logback.xml");
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    System.setProperty("java.awt.headless", "true");
    LoggerFactory.getILoggerFactory();
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
    JUL_ROOT.setLevel(Level.WARNING);
    switch (Settings.read(arguments)) {
      case Settings.Reading.Refused(var sentences) -> refuse(sentences);
      case Settings.Reading.Understood(var settings) -> run(settings, begin);
    }
  }

  private static void run(Settings settings, long begin) {
    try {
      StateFolder.create(settings.data());
    } catch (IOException e) {
      refuse(List.of("The folder " + settings.data() + " cannot be created or written."));
    }
    if (!lock(settings.data())) {
      refuse(List.of("The folder " + settings.data() + " is used by a running local cloud."));
    }
    var taken = takenPorts(settings);
    if (!taken.isEmpty()) {
      refuse(taken);
    }
    var engines = engines(settings);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(engines), "stop-engines"));
    Lifeline.follow(settings.followStdin());
    try (var starters = Executors.newCachedThreadPool()) {
      var starts = new ArrayList<CompletableFuture<Void>>();
      for (var engine : engines) {
        starts.add(CompletableFuture.runAsync(() -> start(engine), starters));
      }
      starts.forEach(CompletableFuture::join);
    } catch (CompletionException e) {
      var failure = e.getCause();
      System.err.println(failure.getMessage() + " " + failure.getCause());
      System.exit(ENGINE_FAILED);
    }
    System.out.println(ReadyLine.of(settings, (System.nanoTime() - begin) / 1_000_000));
  }

  private static List<Engine> engines(Settings settings) {
    var engines = new ArrayList<Engine>();
    if (settings.dynamoDbEndpoint().isEmpty()) {
      engines.add(new DynamoDb(settings));
    }
    var inbox = new Inbox(settings.data().resolve("inbox"));
    engines.add(new Queues(settings));
    var bus = new Bus(settings);
    engines.add(new ObjectStore(settings, bus));
    engines.add(new Topics(settings, inbox));
    engines.add(new Mail(settings, inbox, bus));
    engines.add(new Keys(settings));
    engines.add(new Gateway(settings));
    engines.add(IdentityProvider.forStaff(settings));
    engines.add(IdentityProvider.forResidents(settings));
    if (settings.people().isPresent()) {
      engines.add(IdentityProvider.forResidentsWithXid(settings));
    }
    return List.copyOf(engines);
  }

  private static void start(Engine engine) {
    try {
      engine.start();
    } catch (Exception e) {
      throw new IllegalStateException(engine.name() + " could not start.", e);
    }
  }

  private static void stop(List<Engine> engines) {
    for (var engine : engines) {
      try {
        engine.close();
      } catch (Exception e) {
        System.err.println(engine.name() + " did not stop cleanly: " + e);
      }
    }
  }

  /** Keeps the lock until the process ends, however it ends. */
  private static boolean lock(Path data) {
    try {
      lock =
          FileChannel.open(
              data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return lock.tryLock() != null;
    } catch (IOException | OverlappingFileLockException e) {
      return false;
    }
  }

  private static List<String> takenPorts(Settings settings) {
    var sentences = new ArrayList<String>();
    for (var port : EnumSet.allOf(Port.class)) {
      if (port == Port.DYNAMODB && settings.dynamoDbEndpoint().isPresent()) {
        continue;
      }
      try (var probe = new ServerSocket()) {
        probe.setReuseAddress(true);
        probe.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), settings.port(port)));
      } catch (IOException e) {
        sentences.add(
            "The port "
                + settings.port(port)
                + " is taken by another program; choose another with "
                + port.flag()
                + ".");
      }
    }
    return sentences;
  }

  private static void refuse(List<String> sentences) {
    sentences.forEach(System.err::println);
    System.exit(CANNOT_RUN_HERE);
  }
}
