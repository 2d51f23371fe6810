import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Checks that every Java file is in google-java-format's shape; with --fix puts it there. */
class Format {
  private static final Set<String> SKIPPED = Set.of("target", "node_modules", ".git", ".city");

  public static void main(String[] args) throws Exception {
    boolean fix = List.of(args).contains("--fix");
    Formatter formatter = new Formatter(JavaFormatterOptions.defaultOptions());
    int wrong = 0;
    for (Path file : files(Path.of(args[0]))) {
      String is = Files.readString(file);
      String shouldBe;
      try {
        String imports = RemoveUnusedImports.removeUnusedImports(is);
        shouldBe =
            formatter.formatSource(
                ImportOrderer.reorderImports(imports, JavaFormatterOptions.Style.GOOGLE));
      } catch (Exception unreadable) {
        System.err.println(file + ": " + unreadable.getMessage());
        wrong++;
        continue;
      }
      if (!is.equals(shouldBe)) {
        if (fix) {
          Files.writeString(file, shouldBe);
        } else {
          System.err.println("not formatted: " + file);
          wrong++;
        }
      }
    }
    if (wrong > 0) {
      System.err.println(wrong + " files are not in shape; ./mvnw -N -Pformat puts them there");
      System.exit(1);
    }
  }

  private static List<Path> files(Path folder) throws Exception {
    List<Path> files = new java.util.ArrayList<>();
    try (Stream<Path> here = Files.list(folder)) {
      for (Path path : here.sorted().toList()) {
        if (Files.isDirectory(path)) {
          if (!SKIPPED.contains(path.getFileName().toString())) {
            files.addAll(files(path));
          }
        } else if (path.toString().endsWith(".java")) {
          files.add(path);
        }
      }
    }
    return files;
  }
}
