package jp.ishikari.link.infracdk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Names;
import software.amazon.awscdk.services.lambda.Code;

/** Where functions get their zip from. */
public interface FunctionCode {
  Code of(Capability capability);

  /** The zips the build made. Throws {@link IllegalStateException} naming all that are missing. */
  static FunctionCode built(Path repository) {
    List<Path> missing =
        Arrays.stream(Capability.values())
            .map(capability -> zip(repository, capability))
            .filter(zip -> !Files.isRegularFile(zip))
            .toList();
    if (!missing.isEmpty()) {
      throw new IllegalStateException(
          "not built yet: "
              + missing.stream().map(Path::toString).collect(Collectors.joining(", "))
              + ". Run ./mvnw package first.");
    }
    return capability -> Code.fromAsset(zip(repository, capability).toString());
  }

  /** One zip for all, for looking at templates without a build; never to be deployed. */
  static FunctionCode standIn(Path zip) {
    return capability -> Code.fromAsset(zip.toString());
  }

  private static Path zip(Path repository, Capability capability) {
    String module = Names.module(capability);
    return repository
        .resolve("functions")
        .resolve(module)
        .resolve("target")
        .resolve(module + ".zip");
  }
}
