package jp.ishikari.link.infracdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import jp.ishikari.link.aws.AwsCloud;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.blueprint.Bucket;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.edge.Environment;
import jp.ishikari.link.firstcontent.FirstContent;
import software.amazon.awscdk.App;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Deploys a city hall from settings to its first content, in one go; doing it again changes only
 * what is different. Credentials, and the endpoint of an emulator, come from the environment that
 * the CDK's command and the SDK read.
 */
public final class DeployCity {
  private final CitySettings settings;
  private final Path repository;
  private final Deployment deployment;

  private DeployCity(CitySettings settings, Path repository, Deployment deployment) {
    this.settings = settings;
    this.repository = repository;
    this.deployment = deployment;
  }

  /**
   * Arguments: settings file; root of the repository with its zips and its site built; and the
   * folder of what the city begins with ({@link FirstContent}), empty for none.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 3 || arguments[0].isEmpty()) {
      CityApp.stop("usage: ./mvnw -Pdeploy -Dcity.settings=<file> [-Dcity.content=<folder>]");
    }
    Path file = Path.of(arguments[0]).toAbsolutePath();
    Path repository = Path.of(arguments[1]).toAbsolutePath();
    try {
      CitySettings settings = CitySettings.read(file, Made.nothing());
      Deployment deployment =
          new Deployment(settings, repository.resolve("infra-cdk/target/deployment"));
      new DeployCity(settings, repository, deployment).stacks(file);
      CitySettings whole = CitySettings.read(file, Made.read(deployment.made()));
      DeployCity rest =
          new DeployCity(whole, repository, new Deployment(whole, deployment.folder()));
      rest.content(arguments[2]);
      System.out.print(rest.deployment.handWork());
    } catch (IllegalArgumentException | IllegalStateException | SdkException wrong) {
      CityApp.stop(wrong.getMessage());
    }
  }

  private void stacks(Path file) throws IOException, InterruptedException {
    FunctionCode zips = FunctionCode.built(repository);
    new SiteFiles(site()).keys();
    CdkCommand cdk = CdkCommand.installed(repository.resolve("infra-cdk"));
    cdk.run(deployment.bootstrap());
    App first = City.app(deployment.first());
    City.first(first, settings);
    first.synth();
    Files.createDirectories(deployment.made());
    for (List<String> command : deployment.whatGetsIds()) {
      cdk.run(command);
    }
    App city = City.app(deployment.city());
    City.build(city, CitySettings.read(file, Made.read(deployment.made())), zips);
    city.synth();
    cdk.run(deployment.everything());
  }

  private void content(String folder) throws IOException {
    Cloud cloud = cloud();
    Place tokyo = new Place(CityRegion.TOKYO, settings);
    System.out.printf(
        "site: %d files new or changed%n",
        new SiteFiles(site()).upload(cloud.buckets(), tokyo.bucketName(Bucket.SITE)));
    if (!folder.isEmpty()) {
      System.out.println(
          "first content, what was not there: " + new FirstContent(cloud).load(Path.of(folder)));
    }
  }

  /** Tables and buckets of Tokyo; what is put there is copied to Osaka by itself. */
  private Cloud cloud() {
    System.setProperty("aws.region", CityRegion.TOKYO.code());
    Map<String, String> names = new LinkedHashMap<>();
    Arrays.stream(Table.values())
        .forEach(table -> names.put(Names.environmentVariable(table), Names.physical(table)));
    return new AwsCloud(new Environment(names, new TreeSet<>()));
  }

  private Path site() {
    return repository.resolve("web-static/dist");
  }
}
