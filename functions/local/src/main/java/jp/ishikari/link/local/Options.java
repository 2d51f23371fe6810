package jp.ishikari.link.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the city hall is started.
 *
 * @param root the repository
 * @param data what survives a restart
 * @param empty whether what is there is forgotten first
 * @param sample whether an empty city is filled with the sample
 * @param https whether portal, console and partner API are served over https, with a certificate
 *     made for this start
 * @param dynamoDb another DynamoDB than the local one; null for that
 * @param budgetScale how many times as often one address may ask as in the cloud, as everybody on
 *     this machine has the same
 * @param providersOnFirstVisit whether the identity providers start when somebody first signs in,
 *     for tests that sign nobody in
 */
record Options(
    Path root,
    Path data,
    int basePort,
    boolean empty,
    boolean sample,
    boolean https,
    String dynamoDb,
    int budgetScale,
    boolean providersOnFirstVisit) {
  /** Folder of the engines' state under {@link #data}. */
  static final String ENGINES = "engines";

  private static final String USAGE =
      "使い方: --base-port 番号（8080）、--data フォルダー（.city）、--empty（空の市から始める）、--no-sample（サンプルを入れない）、--https（その場で作る証明書で https にする）、"
          + "--dynamodb-endpoint URL（別の DynamoDB を使う）、--budget-scale 倍率（20。1つの接続元からの回数の上限を何倍にするか）、--providers-on-first-visit（ログインの相手は最初に使われるときに起動する）";

  static Options read(String... arguments) {
    Path root = Path.of(System.getProperty("city.root", "")).toAbsolutePath();
    String data = ".city";
    int port = 8080;
    boolean empty = false;
    boolean sample = true;
    boolean https = false;
    String dynamoDb = null;
    int budgetScale = 20;
    boolean providersOnFirstVisit = false;
    List<String> left = new ArrayList<>(List.of(arguments));
    left.removeIf(String::isBlank);
    while (!left.isEmpty()) {
      switch (left.removeFirst()) {
        case "--base-port" -> port = port(value(left));
        case "--data" -> data = value(left);
        case "--empty" -> empty = true;
        case "--no-sample" -> sample = false;
        case "--https" -> https = true;
        case "--dynamodb-endpoint" -> dynamoDb = value(left);
        case "--budget-scale" -> budgetScale = scale(value(left));
        case "--providers-on-first-visit" -> providersOnFirstVisit = true;
        default -> throw new CannotStart(USAGE);
      }
    }
    return new Options(
        root,
        root.resolve(data).toAbsolutePath(),
        port,
        empty,
        sample,
        https,
        dynamoDb,
        budgetScale,
        providersOnFirstVisit);
  }

  private static String value(List<String> left) {
    if (left.isEmpty() || left.getFirst().startsWith("--")) {
      throw new CannotStart(USAGE);
    }
    return left.removeFirst();
  }

  private static int port(String number) {
    if (!number.matches("[1-9]\\d{3,4}") || Integer.parseInt(number) > 65_000) {
      throw new CannotStart("--base-port には 1000 から 65000 までの番号を指定してください。");
    }
    return Integer.parseInt(number);
  }

  private static int scale(String number) {
    if (!number.matches("[1-9]\\d{0,4}")) {
      throw new CannotStart("--budget-scale には 1 から 99999 までの整数を指定してください。");
    }
    return Integer.parseInt(number);
  }

  /** Deletes what a city hall kept, and nothing that only looks like a folder to keep it in. */
  void forgetWhenAsked() throws IOException {
    if (!empty || !Files.exists(data)) {
      return;
    }
    if (!Layout.isIn(data)) {
      throw new CannotStart(data + " は市役所のデータではないので、消しませんでした。--data を確かめてください。");
    }
    try (Stream<Path> all = Files.walk(data)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  Sites sites() {
    return new Sites(https, basePort);
  }

  /** People of the sample city, for the identity providers. */
  Path people() {
    return root.resolve("functions/local/src/main/resources/sample-city");
  }
}
