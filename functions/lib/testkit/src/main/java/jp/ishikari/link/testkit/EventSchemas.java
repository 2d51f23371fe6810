package jp.ishikari.link.testkit;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.ishikari.link.blueprint.EventType;
import jp.ishikari.link.blueprint.Names;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import tools.jackson.databind.json.JsonMapper;

/** Nothing that a test announces differs from the published schema of its type. */
public final class EventSchemas implements ExecutionInterceptor {
  private static final Map<String, Schema> SCHEMAS =
      Arrays.stream(EventType.values())
          .collect(Collectors.toMap(Names::cloudEvent, EventSchemas::of));

  private static Schema of(EventType type) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(new String(SampleEvents.bytes(Names.schema(type)), StandardCharsets.UTF_8));
  }

  /** What of an event is not as its schema says; an undeclared type is wrong as a whole. */
  public static List<String> faults(String event) {
    Schema schema = SCHEMAS.get(JsonMapper.shared().readTree(event).path("type").asString(""));
    return schema == null
        ? List.of("no schema for its type")
        : schema.validate(event, InputFormat.JSON).stream().map(Error::toString).toList();
  }

  /** An error, not an exception: no entry may take it for a failure that comes again. */
  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    switch (context.request()) {
      case PublishRequest one -> check(one.message(), one.messageAttributes());
      case PublishBatchRequest batch ->
          batch
              .publishBatchRequestEntries()
              .forEach(one -> check(one.message(), one.messageAttributes()));
      default -> {}
    }
  }

  private static void check(String event, Map<String, MessageAttributeValue> attributes) {
    List<String> faults = faults(event);
    if (!faults.isEmpty()) {
      throw new AssertionError(faults + " in " + event);
    }
    String type = JsonMapper.shared().readTree(event).get("type").stringValue();
    if (!attributes.containsKey(EventType.ATTRIBUTE)
        || !type.equals(attributes.get(EventType.ATTRIBUTE).stringValue())) {
      throw new AssertionError("announced without its type beside it: " + event);
    }
  }
}
