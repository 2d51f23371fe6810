package jp.ishikari.link.localcloud.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a port of 127.0.0.1 and starts the server behind it when the first visitor comes. What
 * visitors and server say to each other goes through unchanged.
 */
public final class FirstVisit implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FirstVisit.class);
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final int BACKLOG = 128;

  private final ServerSocket door;
  private final Start start;
  private int inside;

  /** Starts the server. */
  @FunctionalInterface
  public interface Start {
    /** Returns the port on which it then answers. */
    int start() throws Exception;
  }

  private FirstVisit(ServerSocket door, Start start) {
    this.door = door;
    this.start = start;
  }

  /** Visitors are let in from now on. */
  public static FirstVisit await(int port, Start start) throws IOException {
    var visits = new FirstVisit(new ServerSocket(port, BACKLOG, HERE), start);
    Thread.ofVirtual().name("door-" + port).start(visits::letIn);
    return visits;
  }

  /** A port for a server that must be told one; the next visitor tries another if it was taken. */
  public static int freePort() throws IOException {
    try (var free = new ServerSocket(0, 1, HERE)) {
      return free.getLocalPort();
    }
  }

  private void letIn() {
    while (!door.isClosed()) {
      try {
        var visitor = door.accept();
        Thread.ofVirtual().start(() -> lead(visitor));
      } catch (SocketException closed) {
        return;
      } catch (IOException e) {
        LOG.error("A visitor was not let in", e);
      }
    }
  }

  private void lead(Socket visitor) {
    try (visitor;
        var server = new Socket(HERE, inside())) {
      Thread.ofVirtual().start(() -> pass(visitor, server));
      // The server has the last word: what it says is out before either side is hung up.
      pass(server, visitor);
    } catch (IOException e) {
      LOG.error("A visitor found nobody inside", e);
    }
  }

  private synchronized int inside() throws IOException {
    if (inside == 0) {
      try {
        inside = start.start();
      } catch (Exception e) {
        throw new IOException("The server behind the port did not start", e);
      }
    }
    return inside;
  }

  private static void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException hungUp) {
      // Either side may at any time; the other learns of it by the end of the conversation.
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
  }
}
