package jp.ishikari.link.local;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import jp.ishikari.link.blueprint.Api;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.blueprint.Trigger;
import software.amazon.awssdk.services.s3.S3Client;

/** The whole city hall on one machine: engines, sample city, event sources, gateways. */
final class CityHall implements AutoCloseable {
  private static final int CATALOGUE_TRIES = 300;
  private static final int BACKLOG = 512;

  private final Engines engines;
  private final Gate gate = new Gate();
  private final List<HttpServer> servers = new ArrayList<>();
  private final List<Thread> sources = new ArrayList<>();

  private CityHall(Engines engines) {
    this.engines = engines;
  }

  /** Starts it; {@link CannotStart} says in one sentence what is in the way. */
  static CityHall start(Options options) throws IOException {
    Sites sites = options.sites();
    refuseTakenPorts(sites);
    new Layout(options.data()).check();
    Progress.say("エンジンを起動しています…");
    ThrowAwayCertificate certificate =
        options.https() ? ThrowAwayCertificate.in(options.data()) : null;
    Engines engines =
        Engines.start(
            options, sites, certificate == null ? List.of() : certificate.trusted(options.data()));
    CityHall city = new CityHall(engines);
    try {
      new Provision(engines).everything();
      Progress.say("市のデータを確かめています…");
      CardAuthority cards = CardAuthority.of(engines);
      Map<Setting, String> settings = settings(sites, engines);
      settings.put(Setting.BUDGET_SCALE, Integer.toString(options.budgetScale()));
      settings.putAll(cards.settings());
      cards.layDown(EntryCloud.everything(engines, settings));
      settings.put(
          Setting.SEAL_CERTIFICATE, SealOfTheDay.of(EntryCloud.everything(engines, settings)));
      settings.putAll(
          new SimulatedGateway(engines).settings(EntryCloud.everything(engines, settings)));
      if (options.sample()) {
        new SampleCity(options.people(), options.data(), EntryCloud.everything(engines, settings))
            .fillOnce();
      }
      Invocations invocations = new Invocations(engines, settings);
      city.open(options, sites, invocations, certificate);
      if (options.sample()) {
        city.awaitCatalogue();
      }
      return city;
    } catch (RuntimeException | IOException failed) {
      city.close();
      throw failed;
    }
  }

  private static void refuseTakenPorts(Sites sites) {
    String taken =
        sites.ports().entrySet().stream()
            .filter(port -> isTaken(port.getKey()))
            .map(port -> port.getKey() + "（" + port.getValue() + "）")
            .collect(Collectors.joining("、"));
    if (!taken.isEmpty()) {
      throw new CannotStart(
          "ポート " + taken + "は使われています。使っているプログラムを終了するか、--base-port で別の番号を指定してください。");
    }
  }

  /** Another program may hold the port on any address, so all are tried. */
  private static boolean isTaken(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return !socket.isBound();
    } catch (IOException taken) {
      return true;
    }
  }

  private void open(
      Options options, Sites sites, Invocations invocations, ThrowAwayCertificate certificateOrNull)
      throws IOException {
    S3Client buckets = engines.client(S3Client.builder().forcePathStyle(true), "s3").build();
    for (Api api : Api.values()) {
      Gateway gateway = new Gateway(api, invocations);
      StaticSite site =
          new StaticSite(
              options.root().resolve("web-static/dist"),
              api,
              buckets,
              engines.address("s3").toString());
      HttpServer server = server(sites.port(api), certificateOrNull);
      server.createContext(
          "/",
          exchange -> {
            if (gateway.serves(exchange.getRequestURI().getPath()) || api == Api.PARTNER) {
              gateway.handle(exchange);
            } else {
              site.handle(exchange);
            }
          });
      server.start();
      servers.add(server);
    }
    List<Entry> schedules = new ArrayList<>();
    for (Entry entry : Entry.values()) {
      switch (entry.trigger()) {
        case Trigger.Stream ignored ->
            source(entry, new StreamSource(entry, engines, invocations, options.data(), gate));
        case Trigger.Messages ignored ->
            source(entry, new QueueSource(entry, engines, invocations, gate));
        case Trigger.Schedule schedule -> {
          schedules.add(entry);
          source(entry, new Ticker(entry, schedule, invocations, gate));
        }
        case Trigger.Http ignored -> {}
        case Trigger.Authorizer ignored -> {}
      }
    }
    HttpServer control = server(sites.controlPort(), null);
    new Control(gate, invocations, schedules, options.people()).serve(control);
    control.start();
    servers.add(control);
  }

  /** Residents find nothing before the first catalogue is published. */
  private void awaitCatalogue() {
    try (S3Client buckets = engines.client(S3Client.builder().forcePathStyle(true), "s3").build()) {
      for (int waited = 0; waited < CATALOGUE_TRIES; waited++) {
        boolean published =
            buckets.listObjectsV2(r -> r.bucket(Names.physical(Bucket.CATALOGUE))).hasContents();
        if (published) {
          return;
        }
        TimeUnit.MILLISECONDS.sleep(100);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private void source(Entry entry, Runnable source) {
    sources.add(Thread.ofVirtual().name(entry.name()).start(source));
  }

  private static HttpServer server(int port, ThrowAwayCertificate certificateOrNull)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    HttpServer server;
    if (certificateOrNull == null) {
      server = HttpServer.create(address, BACKLOG);
    } else {
      HttpsServer https = HttpsServer.create(address, BACKLOG);
      https.setHttpsConfigurator(new HttpsConfigurator(certificateOrNull.context()));
      server = https;
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    return server;
  }

  private static Map<Setting, String> settings(Sites sites, Engines engines) {
    Map<Setting, String> settings = new EnumMap<>(Setting.class);
    settings.put(Setting.PUBLIC_ORIGIN, sites.portal());
    settings.put(Setting.STAFF_ORIGIN, sites.staff());
    settings.put(Setting.REGION_DIGIT, "1");
    settings.put(Setting.CARD_ISSUER, engines.address("residentIdp").toString());
    settings.put(Setting.XID_ISSUER, engines.address("xidIdp").toString());
    settings.put(
        Setting.XID_CLAIMS,
        "name=xid_name address=xid_address.formatted birthdate=xid_birthdate gender=xid_gender");
    settings.put(Setting.STAFF_ISSUER, engines.address("staffIdp").toString());
    // Whoever begins a city without the sample.
    settings.put(Setting.FIRST_ADMINISTRATOR, "staff-watanabe");
    settings.put(Setting.MAIL_SENDER, "no-reply@ishikari-link.example.jp");
    return settings;
  }

  /** Where the engines answer, for whoever prints or tests. */
  Engines engines() {
    return engines;
  }

  @Override
  public void close() {
    gate.close();
    servers.forEach(server -> server.stop(0));
    sources.forEach(Thread::interrupt);
    engines.close();
  }
}
