package jp.ishikari.link.docs;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The files of the repository, for documents that name some of them. */
final class CheckedOut {
  private static final Set<String> SKIPPED = Set.of("target", "node_modules", "dist", ".git");

  private final Path root = root();
  private final Set<String> files = files(root);

  CheckedOut() throws IOException {}

  List<String> lines(String file) throws IOException {
    return Files.readAllLines(root.resolve(file));
  }

  /** A test by the name of its class, or of its file where that has an ending. */
  boolean holdsTest(String name) {
    String file = name.contains(".") ? name : name + ".java";
    return files.stream().anyMatch(path -> path.endsWith("/" + file));
  }

  private static Set<String> files(Path root) throws IOException {
    Set<String> files = new TreeSet<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return SKIPPED.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(root.relativize(file).toString().replace('\\', '/'));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            // Another build may be tidying up.
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve(".mvn"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
