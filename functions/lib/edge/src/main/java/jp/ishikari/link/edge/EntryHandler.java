package jp.ishikari.link.edge;

import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import org.crac.Core;
import org.crac.Resource;
import org.springframework.cloud.function.adapter.aws.FunctionInvoker;

/**
 * What the cloud's runtime starts. Each entry has a final subclass with its name compiled in, so
 * that neither environment nor caller chooses the function. Before a snapshot the entry primes
 * itself: the runtime hands over every real event with a context, so an event without one means
 * that.
 */
public abstract class EntryHandler extends FunctionInvoker implements Resource {
  protected EntryHandler(Entry entry) {
    super(started(entry));
    Core.getGlobalContext().register(this);
  }

  /**
   * The invoker finds its application through a property; the rest spares the start what nobody
   * uses.
   */
  private static String started(Entry entry) {
    System.setProperty("MAIN_CLASS", Names.wiringClass(entry.capability()));
    // Log4j configures itself; Boot would do it a second time.
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    System.setProperty("spring.main.banner-mode", "off");
    System.setProperty("spring.main.log-startup-info", "false");
    System.setProperty("spring.main.lazy-initialization", "true");
    // There are no property files to look for; settings come from Environment.
    System.setProperty("spring.config.name", "none");
    return Names.function(entry);
  }

  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) throws Exception {
    handleRequest(new ByteArrayInputStream(new byte[0]), OutputStream.nullOutputStream(), null);
  }

  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {
    // Clients reconnect by themselves; ids and random numbers are drawn per request.
  }
}
