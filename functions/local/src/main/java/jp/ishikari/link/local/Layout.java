package jp.ishikari.link.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import jp.ishikari.link.blueprint.Key;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.edge.Secrets;

/**
 * Which tables and keys a folder of data was made with. Nobody moves rows from one layout to
 * another, so a folder of another one is refused before anything is started.
 */
record Layout(Path data) {
  private static final String STAMP = "layout";

  /** Stamps a new folder; refuses one that was made with other tables or keys. */
  void check() throws IOException {
    Path stamp = data.resolve(STAMP);
    if (!Files.exists(data.resolve(Options.ENGINES)) && !Files.exists(stamp)) {
      Files.createDirectories(data);
      Files.writeString(stamp, declared());
    } else if (!Files.exists(stamp) || !Files.readString(stamp).equals(declared())) {
      throw new CannotStart(
          data + " は以前の版で作られたデータで、いまの版では使えないため、--empty を付けて空の市から始めるか、--data で別のフォルダーを指定してください。");
    }
  }

  /** Whether a city hall has been here, however far it came. */
  static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(STAMP))
        || Files.isDirectory(folder.resolve(Options.ENGINES));
  }

  private static String declared() {
    StringJoiner all = new StringJoiner("\n");
    for (Table table : Table.values()) {
      all.add(Names.physical(table) + " " + table.key() + " " + table.indexes());
    }
    for (Key key : Key.values()) {
      all.add(Names.physical(key) + " " + key.kind());
    }
    return Secrets.hash(all.toString());
  }
}
