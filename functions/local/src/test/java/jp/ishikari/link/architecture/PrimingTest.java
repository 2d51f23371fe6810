package jp.ishikari.link.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.ishikari.link.aws.CapabilityWiring;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.edge.EntryFunction;
import jp.ishikari.link.testkit.Engines;
import jp.ishikari.link.testkit.HeardLog;
import jp.ishikari.link.testkit.TestCloud;
import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Before a snapshot every entry walks its paths, and nothing in the city is other than before. */
@ExtendWith(Engines.class)
@Isolated("listens to the log of this JVM")
class PrimingTest {
  @ParameterizedTest
  @EnumSource(Entry.class)
  void changesNothingAndMeetsNoError(Entry entry, TestCloud cloud)
      throws ReflectiveOperationException {
    CapabilityWiring wiring =
        (CapabilityWiring)
            Class.forName(Names.wiringClass(entry.capability())).getConstructor().newInstance();
    Map<String, Integer> before = rows(cloud);
    try (HeardLog log = new HeardLog(Level.ERROR)) {
      EntryFunction function = wiring.wire(entry, cloud);
      function.primingEvent().ifPresent(event -> function.handle(event, null));
      function.prime();
      assertEquals(List.of(), log.heard());
    }
    assertEquals(before, rows(cloud));
  }

  private static Map<String, Integer> rows(TestCloud cloud) {
    Map<String, Integer> rows = new TreeMap<>();
    Arrays.stream(Table.values())
        .map(Names::physical)
        .forEach(table -> rows.put(table, cloud.dynamoDb().scan(r -> r.tableName(table)).count()));
    return rows;
  }
}
