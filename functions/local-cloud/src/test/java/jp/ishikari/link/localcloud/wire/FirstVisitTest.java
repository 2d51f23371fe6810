package jp.ishikari.link.localcloud.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that is started by whoever comes first. */
class FirstVisitTest {
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  private final AtomicInteger starts = new AtomicInteger();
  private int port;
  private ServerSocket server;
  private FirstVisit visits;

  @BeforeEach
  void hold() throws IOException {
    try (var free = new ServerSocket(0, 1, HERE)) {
      port = free.getLocalPort();
    }
    visits = FirstVisit.await(port, this::start);
  }

  @AfterEach
  void end() throws IOException {
    visits.close();
    if (server != null) {
      server.close();
    }
  }

  /** Says back what it is told, once it is told all. */
  private int start() throws IOException {
    if (starts.incrementAndGet() == 1) {
      throw new IOException("not yet");
    }
    server = new ServerSocket(0, 1, HERE);
    Thread.ofVirtual().start(this::answer);
    return server.getLocalPort();
  }

  private void answer() {
    while (true) {
      try (var visitor = server.accept()) {
        visitor.getOutputStream().write(visitor.getInputStream().readAllBytes());
      } catch (IOException closed) {
        return;
      }
    }
  }

  private String ask(String text) throws IOException {
    try (var visitor = new Socket(HERE, port)) {
      visitor.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
      visitor.shutdownOutput();
      return new String(visitor.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException hungUp) {
      return "";
    }
  }

  @Test
  void nothingIsStartedBeforeTheFirstVisitAndOnceForAllThatFollow() throws IOException {
    assertEquals(0, starts.get());
    ask("one for whom the start fails");
    String text = "手続".repeat(100_000);
    assertEquals(text, ask(text));
    assertEquals("another", ask("another"));
    assertEquals(2, starts.get());
  }

  @Test
  void whoeverComesWhenTheStartFailsIsHungUpAndTheNextOneTriesAgain() throws IOException {
    assertEquals("", ask("first"));
    assertEquals("second", ask("second"));
  }
}
