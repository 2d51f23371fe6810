package jp.ishikari.link.edge;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import org.crac.Core;
import org.crac.Resource;
import org.springframework.messaging.Message;

/**
 * What the cloud's runtime starts. Each entry has a final subclass with its name compiled in, so
 * that neither environment nor caller chooses the function. Before a snapshot the entry primes
 * itself.
 */
public abstract class EntryHandler implements RequestStreamHandler, Resource {
  /** Often enough for the compiler to have seen the path. */
  private static final int PRIMING_ROUNDS = 30;

  private final Entry declared;
  private final EntryFunction entry;
  private final Function<Message<byte[]>, Message<byte[]>> function;

  protected EntryHandler(Entry entry) {
    this.declared = entry;
    this.entry = wiring(entry).wire(entry);
    this.function = EntryCatalog.function(entry, this.entry);
    Core.getGlobalContext().register(this);
  }

  private static EntryWiring wiring(Entry entry) {
    String name = Names.wiringClass(entry.capability());
    try {
      return (EntryWiring) Class.forName(name).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException(name + " is not in this zip", missing);
    }
  }

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context)
      throws IOException {
    answer.write(function.apply(EntryCatalog.message(event.readAllBytes(), context)).getPayload());
  }

  @Override
  public void beforeCheckpoint(org.crac.Context<? extends Resource> context) {
    Context call = new PrimingContext(Names.function(declared));
    for (int round = 0; round < PRIMING_ROUNDS; round++) {
      entry.primingEvent().ifPresent(event -> function.apply(EntryCatalog.message(event, call)));
      entry.prime();
    }
  }

  @Override
  public void afterRestore(org.crac.Context<? extends Resource> context) {
    // Clients reconnect by themselves; ids and random numbers are drawn per request.
  }
}
