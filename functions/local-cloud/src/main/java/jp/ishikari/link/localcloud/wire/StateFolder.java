package jp.ishikari.link.localcloud.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders and files for their owner only, written whole or not at all. */
public final class StateFolder {
  private static final boolean POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private StateFolder() {}

  /** Creates the folder and its parents, readable by the owner only. */
  public static Path create(Path folder) throws IOException {
    return Files.createDirectories(folder, ownerOnly("rwx------"));
  }

  /** Writes the file so that a reader, or a restart after a kill, sees the old or the new bytes. */
  public static void write(Path file, byte[] bytes) throws IOException {
    var draft = Files.createTempFile(file.getParent(), ".draft-", "", ownerOnly("rw-------"));
    try {
      try (var out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
          out.write(buffer);
        }
        out.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static FileAttribute<?>[] ownerOnly(String permissions) {
    if (!POSIX) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
    };
  }
}
