package jp.ishikari.link.infracdk;

import java.nio.file.Path;
import software.amazon.awscdk.App;

/** Writes the templates of one deployment. */
public final class CityApp {
  private CityApp() {}

  /**
   * Arguments: settings file, root of the repository (its zips are deployed), folder to write to,
   * folder of outputs ({@link Made#read}); ids are invented where that is empty.
   */
  public static void main(String[] arguments) {
    if (arguments.length != 4) {
      stop(
          "usage: CityApp <settings.properties> <repository> <output folder>"
              + " <folder of outputs, or empty>");
    }
    App app = City.app(Path.of(arguments[2]));
    try {
      City.build(
          app,
          CitySettings.read(
              Path.of(arguments[0]),
              arguments[3].isEmpty() ? Made.invented() : Made.read(Path.of(arguments[3]))),
          FunctionCode.built(Path.of(arguments[1])));
    } catch (IllegalArgumentException | IllegalStateException incomplete) {
      stop(incomplete.getMessage());
    }
    app.synth();
  }

  /** Ends the program with a sentence instead of a stack trace. */
  static void stop(String reason) {
    System.err.println(reason);
    System.exit(1);
  }
}
