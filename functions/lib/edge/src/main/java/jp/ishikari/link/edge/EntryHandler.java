package jp.ishikari.link.edge;

import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import org.crac.Core;
import org.crac.Resource;
import org.springframework.cloud.function.adapter.aws.FunctionInvoker;

/**
 * What the cloud's runtime starts. Each entry has a final subclass with its name compiled in, so that
 * neither environment nor caller chooses the function. Before a snapshot one harmless event runs, so that the first real one is fast.
 */
public abstract class EntryHandler extends FunctionInvoker implements Resource {
  private final Entry entry;

  protected EntryHandler(Entry entry) {
    super(started(entry));
    this.entry = entry;
    Core.getGlobalContext().register(this);
  }

  /** The invoker finds its application through this property; it follows from the entry. */
  private static String started(Entry entry) {
    System.setProperty("MAIN_CLASS", Names.wiringClass(entry.capability()));
    return Names.function(entry);
  }

  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) throws Exception {
    handleRequest(
        new java.io.ByteArrayInputStream(Priming.event(entry)),
        java.io.OutputStream.nullOutputStream(),
        null);
  }

  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {
    // Clients reconnect by themselves; ids and random numbers are drawn per request.
  }
}
