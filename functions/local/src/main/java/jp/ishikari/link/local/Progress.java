package jp.ishikari.link.local;

/** What the person who started the city hall reads meanwhile. */
final class Progress {
  private Progress() {}

  static void say(String line) {
    System.out.println(line);
  }
}
