package jp.ishikari.link.localcloud;

import java.io.IOException;

/** One AWS service played on this machine. */
public interface Engine extends AutoCloseable {
  /** The name in logs and failure sentences. */
  String name();

  /** Starts and returns once the engine answers on its port. */
  void start() throws Exception;

  @Override
  void close() throws IOException;
}
