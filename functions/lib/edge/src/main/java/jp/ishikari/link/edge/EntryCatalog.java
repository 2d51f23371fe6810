package jp.ishikari.link.edge;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.List;
import java.util.function.Function;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import org.springframework.cloud.function.adapter.aws.AWSLambdaUtils;
import org.springframework.cloud.function.context.FunctionRegistration;
import org.springframework.cloud.function.context.catalog.SimpleFunctionRegistry;
import org.springframework.cloud.function.context.config.SmartCompositeMessageConverter;
import org.springframework.cloud.function.json.JacksonMapper;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.messaging.Message;
import org.springframework.messaging.converter.ByteArrayMessageConverter;
import org.springframework.messaging.support.MessageBuilder;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * Registers an entry with Spring Cloud Function, functionally: its catalogue alone, without an
 * application context, of which nothing would be used and which costs a third of a cold start
 * (docs/bench/cold-start.md). Bytes go in and come out as they are.
 */
final class EntryCatalog {
  private static final ResolvableType BYTES =
      ResolvableType.forClassWithGenerics(Message.class, byte[].class);

  private EntryCatalog() {}

  static Function<Message<byte[]>, Message<byte[]>> function(Entry entry, EntryFunction function) {
    String name = Names.function(entry);
    SimpleFunctionRegistry catalog =
        new SimpleFunctionRegistry(
            new GenericConversionService(),
            new SmartCompositeMessageConverter(List.of(new ByteArrayMessageConverter())),
            new JacksonMapper(Json.MAPPER));
    FunctionRegistration<Function<Message<byte[]>, Message<byte[]>>> registration =
        new FunctionRegistration<>(logged(function), name);
    catalog.register(
        registration.type(
            ResolvableType.forClassWithGenerics(Function.class, BYTES, BYTES).getType()));
    return catalog.lookup(name);
  }

  /** An event with the runtime's context beside it. */
  static Message<byte[]> message(byte[] event, Context context) {
    return MessageBuilder.withPayload(event).setHeader(AWSLambdaUtils.AWS_CONTEXT, context).build();
  }

  private static Function<Message<byte[]>, Message<byte[]>> logged(EntryFunction function) {
    return message -> {
      Context context = message.getHeaders().get(AWSLambdaUtils.AWS_CONTEXT, Context.class);
      return MessageBuilder.withPayload(
              PowertoolsLogging.withLogging(
                  context, () -> function.handle(message.getPayload(), context)))
          .build();
    };
  }
}
