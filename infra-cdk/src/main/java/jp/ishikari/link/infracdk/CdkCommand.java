package jp.ishikari.link.infracdk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
      Process npm =
          new ProcessBuilder(
                  "npm",
                  "ci",
                  "--prefer-offline",
                  "--ignore-scripts",
                  "--no-audit",
                  "--no-fund",
                  "--loglevel=error")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
      // Not ours: under a test, input and output are the channel to whoever started it.
      npm.getOutputStream().close();
      String printed = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (npm.waitFor() != 0) {
        throw new IllegalStateException("npm ci failed in " + folder + "\n" + printed);
      }
      Files.setLastModifiedTime(done, FileTime.from(Instant.now()));
    }
    return new CdkCommand(folder);
  }

  /** Runs it with what it prints passed on; throws {@link IllegalStateException} when it fails. */
  void run(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(folder.resolve("node_modules/.bin/cdk").toString());
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("failed: " + String.join(" ", command));
    }
  }
}
