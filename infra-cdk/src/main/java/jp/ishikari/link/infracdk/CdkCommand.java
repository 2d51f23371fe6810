package jp.ishikari.link.infracdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The CDK's own command, at the version that {@code infra-cdk/package.json} pins. */
final class CdkCommand {
  private final Path folder;

  private CdkCommand(Path folder) {
    this.folder = folder;
  }

  /**
   * Installs the pinned version where that was not done yet.
   *
   * @param folder the module {@code infra-cdk}
   * @throws IllegalStateException when npm cannot
   */
  static CdkCommand installed(Path folder) throws IOException, InterruptedException {
    Path done = folder.resolve("node_modules").resolve(".package-lock.json");
    Path lock = folder.resolve("package-lock.json");
    if (!Files.exists(done)
        || Files.getLastModifiedTime(done).compareTo(Files.getLastModifiedTime(lock)) < 0) {
      run(
          folder,
          List.of(
              "npm",
              "ci",
              "--prefer-offline",
              "--ignore-scripts",
              "--no-audit",
              "--no-fund",
              "--loglevel=error"));
      Files.setLastModifiedTime(done, FileTime.from(Instant.now()));
    }
    return new CdkCommand(folder);
  }

  /** Runs it with what it prints passed on; throws {@link IllegalStateException} when it fails. */
  void run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(folder.resolve("node_modules/.bin/cdk").toString());
    command.addAll(arguments);
    run(folder, command);
  }

  private static void run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("failed: " + String.join(" ", command));
    }
  }
}
