package jp.ishikari.link.firstcontent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.ishikari.link.aws.Cloud;
import jp.ishikari.link.aws.DynamoCalendarStore;
import jp.ishikari.link.aws.DynamoDivisionStore;
import jp.ishikari.link.aws.DynamoProcedureStore;
import jp.ishikari.link.domain.CalendarStore;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.edge.Json;
import tools.jackson.core.type.TypeReference;

/**
 * What a city hall begins with, from a folder: {@code divisions.json}, {@code calendar.json} (days
 * by year) and {@code procedures/*.json}. What is there already stays as it is, so that loading
 * again changes nothing that somebody has changed since.
 */
public final class FirstContent {
  private final DivisionStore divisions;
  private final CalendarStore calendar;
  private final ProcedureStore procedures;

  public FirstContent(Cloud cloud) {
    this.divisions = new DynamoDivisionStore(cloud);
    this.calendar = new DynamoCalendarStore(cloud);
    this.procedures = new DynamoProcedureStore(cloud);
  }

  /** How much was new. */
  public record Loaded(int divisions, int years, int procedures) {}

  /** Throws {@link tools.jackson.core.JacksonException} where a file is not what it must be. */
  public Loaded load(Path folder) throws IOException {
    return new Loaded(divisions(folder), years(folder), procedures(folder));
  }

  private int divisions(Path folder) throws IOException {
    int loaded = 0;
    for (Division division :
        Arrays.asList(read(folder.resolve("divisions.json"), new TypeReference<Division[]>() {}))) {
      if (divisions.find(division.divisionId()).isEmpty()) {
        divisions.save(division);
        loaded++;
      }
    }
    return loaded;
  }

  private int years(Path folder) throws IOException {
    int loaded = 0;
    for (var year :
        read(folder.resolve("calendar.json"), new TypeReference<Map<Integer, Set<String>>>() {})
            .entrySet()) {
      if (!calendar.knows(year.getKey())) {
        calendar.save(
            year.getKey(),
            year.getValue().stream().map(LocalDate::parse).collect(Collectors.toSet()));
        loaded++;
      }
    }
    return loaded;
  }

  private int procedures(Path folder) throws IOException {
    int loaded = 0;
    try (Stream<Path> files = Files.list(folder.resolve("procedures"))) {
      for (Path file : files.sorted().toList()) {
        Procedure procedure = read(file, new TypeReference<Procedure>() {});
        if (procedures.current(procedure.procedureId()).isEmpty()) {
          procedures.publish(procedure);
          loaded++;
        }
      }
    }
    return loaded;
  }

  private static <T> T read(Path file, TypeReference<T> type) throws IOException {
    return Json.MAPPER.readValue(Files.readAllBytes(file), type);
  }
}
