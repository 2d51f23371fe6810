package jp.ishikari.link.localcloud.idp;

import java.io.IOException;
import java.util.LinkedHashMap;
import jp.ishikari.link.localcloud.Engine;
import jp.ishikari.link.localcloud.Settings;
import jp.ishikari.link.localcloud.wire.StateFolder;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs one of the providers. */
public final class IdentityProvider implements Engine {
  private final ProviderKind kind;
  private final Settings settings;
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

  @Override
  public String name() {
    return "Identity provider " + kind.cookie();
  }

  @Override
  public void start() throws IOException {
    var own = ProviderSettings.of(kind, settings, People.read(settings.people(), kind));
    StateFolder.create(own.folder());
    var application = new SpringApplication(ProviderConfiguration.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false);
    application.setAddCommandLineProperties(false);
    application.addInitializers(
        context -> context.getBeanFactory().registerSingleton("providerSettings", own));
    var properties = new LinkedHashMap<String, Object>();
    properties.put("server.address", "127.0.0.1");
    properties.put("server.port", own.port());
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
  }

  @Override
  public void close() {
    if (running != null) {
      running.close();
    }
  }
}
