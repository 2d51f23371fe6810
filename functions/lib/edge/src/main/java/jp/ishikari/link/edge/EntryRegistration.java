package jp.ishikari.link.edge;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Function;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import org.springframework.cloud.function.adapter.aws.AWSLambdaUtils;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.messaging.Message;
import org.springframework.messaging.support.MessageBuilder;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * Registers a capability's entries with Spring Cloud Function, functionally: no scan, no
 * reflection. The input is a stream, so that the adapter neither logs nor reshapes the event.
 */
public final class EntryRegistration {
  private static final ResolvableType TYPE =
      ResolvableType.forClassWithGenerics(
          Function.class,
          ResolvableType.forClassWithGenerics(Message.class, InputStream.class),
          ResolvableType.forClassWithGenerics(Message.class, byte[].class));

  private EntryRegistration() {}

  /** Each function is built when it is first looked up: only the one this Lambda serves. */
  public static void register(
      GenericApplicationContext context,
      Capability capability,
      Function<Entry, EntryFunction> wire) {
    for (Entry entry : Entry.values()) {
      if (entry.capability() == capability) {
        context.registerBean(
            Names.function(entry),
            FunctionRegistration.class,
            () ->
                new FunctionRegistration<>(adapt(wire.apply(entry)), Names.function(entry))
                    .type(TYPE.getType()),
            definition -> definition.setLazyInit(true));
      }
    }
  }

  private static Function<Message<InputStream>, Message<byte[]>> adapt(EntryFunction function) {
    return message -> {
      Context context = message.getHeaders().get(AWSLambdaUtils.AWS_CONTEXT, Context.class);
      if (context == null) {
        function.prime();
        return MessageBuilder.withPayload(new byte[0]).build();
      }
      byte[] event = bytes(message.getPayload());
      return MessageBuilder.withPayload(
              PowertoolsLogging.withLogging(context, () -> function.handle(event, context)))
          .build();
    };
  }

  private static byte[] bytes(InputStream stream) {
    try {
      return stream.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
