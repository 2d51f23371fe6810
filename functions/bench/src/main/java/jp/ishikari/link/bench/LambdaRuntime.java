package jp.ishikari.link.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A function under AWS's Java runtime interface client: the managed layout (only the client on the
 * class path, the zip's jars in lib/ of the working folder) and a small Runtime API that hands it
 * events.
 */
public final class LambdaRuntime implements AutoCloseable {
  /** What a function answered, and how long it took in nanoseconds. */
  public record Answer(byte[] body, boolean failed, long nanos) {}

  private final HttpServer api;
  private final Process process;
  private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private final BlockingQueue<Long> idle = new LinkedBlockingQueue<>();
  private final long started;
  private volatile long handedOver;

  /**
   * @param home unzipped function
   * @param client folder with the runtime interface client's jars
   * @param java options before the main class
   */
  public LambdaRuntime(
      Path home,
      Path client,
      String handler,
      Map<String, String> environment,
      List<String> java,
      Path log)
      throws IOException {
    api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext("/2018-06-01/runtime/invocation/next", this::next);
    api.createContext("/2018-06-01/runtime/invocation/", this::done);
    api.createContext("/2018-06-01/runtime/init/error", this::done);
    api.createContext("/2018-06-01/runtime/restore/next", this::next);
    api.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    api.start();
    List<String> command = new ArrayList<>(prefix());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(java);
    command.addAll(
        List.of(
            "-cp",
            client + "/*",
            "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
            handler));
    ProcessBuilder builder = new ProcessBuilder(command).directory(home.toFile());
    builder.environment().putAll(environment);
    builder
        .environment()
        .putAll(
            Map.of(
                "AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + api.getAddress().getPort(),
                "LAMBDA_TASK_ROOT", home.toString(),
                "_HANDLER", handler,
                "AWS_LAMBDA_FUNCTION_NAME", handler,
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "1769",
                "AWS_LAMBDA_LOG_FORMAT", "TEXT",
                "AWS_REGION", "ap-northeast-1",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local-secret"));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    started = System.nanoTime();
    process = builder.start();
  }

  /** One core, as Lambda gives at 1,769 MB, where the machine can pin a process. */
  private static List<String> prefix() {
    return Files.isExecutable(Path.of("/usr/bin/taskset"))
        ? List.of("/usr/bin/taskset", "-c", "0")
        : List.of();
  }

  /**
   * Waits until the function asks for its first event; nanoseconds since the process was started.
   */
  public long initialised() throws InterruptedException {
    Long at = idle.poll(60, TimeUnit.SECONDS);
    if (at == null) {
      throw new IllegalStateException("the function did not initialise in 60 s");
    }
    return at - started;
  }

  /**
   * Lets a function that waits before a snapshot go on; returns when it asks for its first event.
   */
  public void restore() throws InterruptedException {
    events.add(new byte[0]);
    idle.poll(60, TimeUnit.SECONDS);
  }

  /** Hands over one event and waits for the answer. */
  public Answer invoke(byte[] event) throws InterruptedException {
    events.add(event);
    for (int waited = 0; waited < 600; waited++) {
      Answer answer = answers.poll(100, TimeUnit.MILLISECONDS);
      if (answer != null) {
        return answer;
      }
      if (!process.isAlive()) {
        throw new IllegalStateException("the function's process ended");
      }
    }
    throw new IllegalStateException("the function did not answer in 60 s");
  }

  /** For {@code ps}. */
  public long pid() {
    return process.pid();
  }

  private void next(HttpExchange exchange) throws IOException {
    idle.add(System.nanoTime());
    try {
      byte[] event = events.take();
      exchange
          .getResponseHeaders()
          .add("Lambda-Runtime-Aws-Request-Id", UUID.randomUUID().toString());
      exchange
          .getResponseHeaders()
          .add("Lambda-Runtime-Deadline-Ms", Long.toString(System.currentTimeMillis() + 29_000));
      exchange
          .getResponseHeaders()
          .add(
              "Lambda-Runtime-Invoked-Function-Arn",
              "arn:aws:lambda:ap-northeast-1:000000000000:function:bench");
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      handedOver = System.nanoTime();
      exchange.sendResponseHeaders(200, event.length);
      exchange.getResponseBody().write(event);
      exchange.close();
    } catch (InterruptedException closing) {
      exchange.close();
    }
  }

  private void done(HttpExchange exchange) throws IOException {
    long now = System.nanoTime();
    byte[] body = exchange.getRequestBody().readAllBytes();
    exchange.sendResponseHeaders(202, -1);
    exchange.close();
    boolean failed = exchange.getRequestURI().getPath().endsWith("/error");
    if (failed && !exchange.getRequestURI().getPath().contains("/invocation/")) {
      idle.add(now);
    }
    answers.add(new Answer(body, failed, now - handedOver));
  }

  @Override
  public void close() {
    process.destroyForcibly();
    api.stop(0);
  }

  /** Body as text, for messages. */
  public static String text(Answer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
