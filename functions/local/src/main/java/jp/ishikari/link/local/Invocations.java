package jp.ishikari.link.local;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import jp.ishikari.link.aws.CapabilityWiring;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.blueprint.Trigger;
import jp.ishikari.link.edge.EntryFunction;

/** Every entry of the blueprint over its capability's own wiring, called with JSON bytes. */
final class Invocations {
  private final Map<Entry, EntryFunction> functions = new EnumMap<>(Entry.class);
  private final AtomicLong batches = new AtomicLong();

  Invocations(Engines engines, Map<Setting, String> settings) {
    for (Capability capability : Capability.values()) {
      CapabilityWiring wiring = wiring(capability);
      for (Entry entry : Entry.values()) {
        if (entry.capability() == capability) {
          functions.put(entry, wiring.wire(entry, EntryCloud.of(entry, engines, settings)));
        }
      }
    }
  }

  /** Calls a function as the cloud's runtime would; what it throws is the function's failure. */
  byte[] invoke(Entry entry, byte[] event) {
    try {
      return functions
          .get(entry)
          .handle(
              event,
              new LocalContext(
                  Names.function(entry),
                  UUID.randomUUID().toString(),
                  System.currentTimeMillis() + 29_000));
    } finally {
      if (entry.trigger() instanceof Trigger.Stream
          || entry.trigger() instanceof Trigger.Messages) {
        batches.incrementAndGet();
      }
    }
  }

  /** Batches of streams and queues that were handled since the start, failed ones too. */
  long batches() {
    return batches.get();
  }

  private static CapabilityWiring wiring(Capability capability) {
    try {
      return (CapabilityWiring)
          Class.forName(Names.wiringClass(capability)).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException missing) {
      throw new IllegalStateException(capability + " has no wiring", missing);
    }
  }

  private record LocalContext(String functionName, String requestId, long deadline)
      implements Context {
    @Override
    public String getAwsRequestId() {
      return requestId;
    }

    @Override
    public String getLogGroupName() {
      return "/aws/lambda/" + functionName;
    }

    @Override
    public String getLogStreamName() {
      return "one-machine";
    }

    @Override
    public String getFunctionName() {
      return functionName;
    }

    @Override
    public String getFunctionVersion() {
      return "$LATEST";
    }

    @Override
    public String getInvokedFunctionArn() {
      return "arn:aws:lambda:ap-northeast-1:000000000000:function:" + functionName;
    }

    @Override
    public CognitoIdentity getIdentity() {
      return null;
    }

    @Override
    public ClientContext getClientContext() {
      return null;
    }

    @Override
    public int getRemainingTimeInMillis() {
      return (int) (deadline - System.currentTimeMillis());
    }

    @Override
    public int getMemoryLimitInMB() {
      return 1769;
    }

    @Override
    public LambdaLogger getLogger() {
      return new LambdaLogger() {
        @Override
        public void log(String message) {
          System.out.println(message);
        }

        @Override
        public void log(byte[] message) {
          log(new String(message, StandardCharsets.UTF_8));
        }
      };
    }
  }
}
