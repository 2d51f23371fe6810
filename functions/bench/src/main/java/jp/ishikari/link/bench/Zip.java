package jp.ishikari.link.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.testkit.Checkout;

/** A capability's deployable, unpacked. */
public record Zip(Path home, long bytes) {

  /** Unpacks the zip that the build made into {@code folder}. */
  public static Zip unpack(Capability capability, Path folder) throws IOException {
    String module = Names.module(capability);
    Path zip = Checkout.path("functions/" + module + "/target/" + module + ".zip");
    Path home = folder.resolve(module);
    long bytes = 0;
    try (InputStream in = Files.newInputStream(zip);
        ZipInputStream entries = new ZipInputStream(in)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        Path to = home.resolve(entry.getName()).normalize();
        if (!to.startsWith(home)) {
          throw new IOException("a name in the zip leads out of it");
        }
        if (entry.isDirectory()) {
          Files.createDirectories(to);
        } else {
          Files.createDirectories(to.getParent());
          bytes += Files.copy(entries, to);
        }
      }
    }
    return new Zip(home, bytes);
  }
}
