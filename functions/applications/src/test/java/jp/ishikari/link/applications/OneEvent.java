package jp.ishikari.link.applications;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process as the cloud's runtime starts it: the handler's class, its environment, one event, one
 * answer.
 */
final class OneEvent {
  private OneEvent() {}

  /** Reads the event from the first file and leaves the answer in the second. */
  public static void main(String[] files) throws Exception {
    ApplicationsResidentHandler handler = new ApplicationsResidentHandler();
    handler.beforeCheckpoint(null);
    try (OutputStream answer = Files.newOutputStream(Path.of(files[1]))) {
      handler.handleRequest(Files.newInputStream(Path.of(files[0])), answer, new Invocation());
    }
    System.exit(0);
  }

  private record Invocation() implements Context {
    @Override
    public String getAwsRequestId() {
      return "request-1";
    }

    @Override
    public String getLogGroupName() {
      return "group";
    }

    @Override
    public String getLogStreamName() {
      return "stream";
    }

    @Override
    public String getFunctionName() {
      return "ishikari-link-applications-resident";
    }

    @Override
    public String getFunctionVersion() {
      return "1";
    }

    @Override
    public String getInvokedFunctionArn() {
      return "arn:aws:lambda:ap-northeast-1:000000000000:function:" + getFunctionName();
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
      return 29_000;
    }

    @Override
    public int getMemoryLimitInMB() {
      return 1024;
    }

    @Override
    public LambdaLogger getLogger() {
      return null;
    }
  }
}
