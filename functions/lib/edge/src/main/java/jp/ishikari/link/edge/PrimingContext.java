package jp.ishikari.link.edge;

import com.amazonaws.services.lambda.runtime.ClientContext;
import com.amazonaws.services.lambda.runtime.CognitoIdentity;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;

/** What the runtime says of a call, where there is none yet: before a snapshot. */
record PrimingContext(String function) implements Context {
  private static final String NONE = "priming";

  @Override
  public String getAwsRequestId() {
    return NONE;
  }

  @Override
  public String getLogGroupName() {
    return NONE;
  }

  @Override
  public String getLogStreamName() {
    return NONE;
  }

  @Override
  public String getFunctionName() {
    return function;
  }

  @Override
  public String getFunctionVersion() {
    return NONE;
  }

  @Override
  public String getInvokedFunctionArn() {
    return NONE;
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
    return Integer.MAX_VALUE;
  }

  @Override
  public int getMemoryLimitInMB() {
    return 0;
  }

  @Override
  public LambdaLogger getLogger() {
    return LambdaRuntime.getLogger();
  }
}
