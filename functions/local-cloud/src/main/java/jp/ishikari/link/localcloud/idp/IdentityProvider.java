package jp.ishikari.link.localcloud.idp;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import jp.ishikari.link.localcloud.Engine;
import jp.ishikari.link.localcloud.Settings;
import jp.ishikari.link.localcloud.wire.FirstVisit;
import jp.ishikari.link.localcloud.wire.StateFolder;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Runs one of the providers. They take longer to start than all other engines together, so whoever
 * signs nobody in has them start at the first visit.
 */
public final class IdentityProvider implements Engine {
  private final ProviderKind kind;
  private final Settings settings;
  private FirstVisit visits;
  private ConfigurableApplicationContext running;

  private IdentityProvider(ProviderKind kind, Settings settings) {
    this.kind = kind;
    this.settings = settings;
  }

  /** The city's staff directory. */
  public static IdentityProvider forStaff(Settings settings) {
    return new IdentityProvider(ProviderKind.STAFF, settings);
  }

  /** The simulator of the card app. */
  public static IdentityProvider forResidents(Settings settings) {
    return new IdentityProvider(ProviderKind.RESIDENT, settings);
  }

  /** The simulator of xID: the same residents, known there by other ids and other claims. */
  public static IdentityProvider forResidentsWithXid(Settings settings) {
    return new IdentityProvider(ProviderKind.XID, settings);
  }

  /** Where the simulated cards' authority lays down what a verifier is given of it. */
  public static Path authority(Settings settings) {
    return settings.data().resolve(ProviderKind.RESIDENT.cookie()).resolve("authority");
  }

  @Override
  public String name() {
    return "Identity provider " + kind.cookie();
  }

  @Override
  public void start() throws IOException {
    var own = ProviderSettings.of(kind, settings, People.read(settings.people(), kind));
    StateFolder.create(own.folder());
    var desk = new SigningDesk(own, InstantSource.system());
    if (kind == ProviderKind.RESIDENT && settings.people().isPresent()) {
      desk.layDown(StateFolder.create(authority(settings)));
    }
    if (settings.providersOnFirstVisit()) {
      visits = FirstVisit.await(own.port(), () -> open(own, desk, 0));
    } else {
      open(own, desk, own.port());
    }
  }

  /** Returns the port on which it answers. */
  private int open(ProviderSettings own, SigningDesk desk, int port) {
    var application = new SpringApplication(ProviderConfiguration.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setAddCommandLineProperties(false);
    application.addInitializers(
        context -> {
          context.getBeanFactory().registerSingleton("providerSettings", own);
          context.getBeanFactory().registerSingleton("signingDesk", desk);
        });
    var properties = new LinkedHashMap<String, Object>();
    properties.put("server.address", "127.0.0.1");
    properties.put("server.port", port);
    properties.put("server.servlet.session.cookie.name", kind.cookie());
    properties.put("server.servlet.session.cookie.http-only", true);
    properties.put("server.servlet.session.cookie.same-site", "lax");
    properties.put("server.servlet.session.tracking-modes", "cookie");
    properties.put("server.servlet.encoding.force", true);
    properties.put("server.tomcat.threads.max", 8);
    properties.put("spring.web.error.whitelabel.enabled", false);
    properties.put("spring.jmx.enabled", false);
    application.setDefaultProperties(properties);
    running = application.run();
    return running.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @Override
  public void close() throws IOException {
    if (visits != null) {
      visits.close();
    }
    if (running != null) {
      running.close();
    }
  }
}
