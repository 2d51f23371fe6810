package jp.ishikari.link.infracdk;

import java.nio.file.Path;
import software.amazon.awscdk.App;

/** Writes the templates of one deployment. */
public final class CityApp {
  private CityApp() {}

  /** Arguments: settings file, root of the repository (its zips are deployed), folder to write to. */
  public static void main(String[] arguments) {
    if (arguments.length != 3) {
      System.err.println("usage: CityApp <settings.properties> <repository> <output folder>");
      System.exit(2);
    }
    App app = City.app(Path.of(arguments[2]));
    City.build(
        app, CitySettings.read(Path.of(arguments[0])), FunctionCode.built(Path.of(arguments[1])));
    app.synth();
  }
}
