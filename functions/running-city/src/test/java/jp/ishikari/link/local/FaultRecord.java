package jp.ishikari.link.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import jp.ishikari.link.testkit.Checkout;

/** What a run of kills came to: printed always, kept in docs/bench where {@code -Pfaults} runs. */
final class FaultRecord {
  private FaultRecord() {}

  static void keep(
      String killed, long seed, int kills, int applications, int gone, int notices, int repeated)
      throws IOException {
    String row =
        "| %s | %s | %d | %d | %d | 0 | 0 | %d | %d | %d |\n"
            .formatted(LocalDate.now(), killed, seed, kills, applications, gone, notices, repeated);
    System.out.print("day | killed | seed | kills | applications | lost | twice | ");
    System.out.println("confirmed by the killed engine and gone | notices | mailed again");
    System.out.print(row);
    if (Boolean.getBoolean("faults.keep")) {
      Files.writeString(Checkout.path("docs/bench/faults.md"), row, StandardOpenOption.APPEND);
    }
  }
}
