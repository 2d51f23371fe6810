package jp.ishikari.link.infracdk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the CDK's command is asked for, in order. The account gives ids to keys and pools, and the
 * rest names them: so these are made first, of templates that name none, and again with the rest,
 * where nothing is left to change.
 */
record Deployment(CitySettings settings, Path folder) {
  /** Stacks made at once; those that another one stands on are made before it. */
  private static final int AT_ONCE = 4;

  /** Templates of what is made before the ids are known. */
  Path first() {
    return folder.resolve("first");
  }

  /** Templates of everything. */
  Path city() {
    return folder.resolve("city");
  }

  /** Outputs by region ({@link Made#read}). */
  Path made() {
    return folder.resolve("made");
  }

  /** Makes both regions ready for the command itself. */
  List<String> bootstrap() {
    return Stream.concat(
            Stream.of("bootstrap"),
            Arrays.stream(CityRegion.values())
                .map(region -> "aws://%s/%s".formatted(settings.account(), region.code())))
        .toList();
  }

  /** One call per region: the stacks of both are named alike, and so are their outputs. */
  List<List<String>> whatGetsIds() {
    return Arrays.stream(CityRegion.values())
        .filter(region -> !City.firstParts(region, settings).isEmpty())
        .map(
            region ->
                deploy(
                    first(),
                    City.firstParts(region, settings).stream()
                        .map(part -> Stacks.id(region, part))
                        .toList(),
                    List.of("--outputs-file", Made.outputs(made(), region).toString())))
        .toList();
  }

  List<String> everything() {
    return deploy(city(), List.of("--all"), List.of());
  }

  private static List<String> deploy(Path templates, List<String> stacks, List<String> more) {
    List<String> command = new ArrayList<>(List.of("deploy", "--app", templates.toString()));
    command.addAll(stacks);
    command.addAll(
        List.of(
            "--concurrency",
            Integer.toString(AT_ONCE),
            // What is deployed was looked at before, as a difference (docs/runbooks).
            "--require-approval",
            "never",
            "--progress",
            "events"));
    command.addAll(more);
    return command;
  }

  /** What a command cannot do, for the people who can. */
  String handWork() {
    StringBuilder work = new StringBuilder("残りは人が行うこと(docs/runbooks/first-deployment.md):\n");
    HandWork.of(settings).forEach(line -> work.append("- ").append(line).append('\n'));
    return work.toString();
  }
}
