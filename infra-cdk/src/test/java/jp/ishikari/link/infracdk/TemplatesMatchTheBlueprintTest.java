package jp.ishikari.link.infracdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.infracdk.SynthesisedCity.Found;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is synthesised is what the blueprint declares: nothing missing, nothing more. */
class TemplatesMatchTheBlueprintTest {
  private final SynthesisedCity city = SynthesisedCity.shared();

  @Nested
  class Tables {
    @Test
    void global_tables_are_made_once_with_a_replica_in_each_region() {
      Set<String> global = new TreeSet<>();
      for (Found table : city.all(CityRegion.TOKYO, "AWS::DynamoDB::GlobalTable")) {
        if (table.properties().path("Replicas").size() == 2) {
          global.add(name(table));
        }
      }
      assertEquals(declared(Table.Scope.GLOBAL), global);
    }

    @Test
    void regional_tables_are_made_in_each_region_and_replicated_nowhere() {
      Set<String> inOsaka =
          city.all(CityRegion.OSAKA, "AWS::DynamoDB::GlobalTable").stream()
              .map(this::name)
              .collect(Collectors.toCollection(TreeSet::new));
      assertEquals(declared(Table.Scope.REGIONAL), inOsaka);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("keys, indexes, stream and expiry are the declared ones")
    void shape_is_the_declared_one(Table table) {
      JsonNode made =
          city.all(CityRegion.TOKYO, "AWS::DynamoDB::GlobalTable").stream()
              .filter(found -> name(found).equals(Names.physical(table)))
              .findFirst()
              .orElseThrow()
              .properties();
      Map<String, String> types = new TreeMap<>();
      made.path("AttributeDefinitions")
          .forEach(
              a -> types.put(a.path("AttributeName").asText(), a.path("AttributeType").asText()));

      assertEquals(keys(table.key()), keys(made.path("KeySchema"), types));
      Map<String, String> indexes = new TreeMap<>();
      made.path("GlobalSecondaryIndexes")
          .forEach(
              index ->
                  indexes.put(
                      index.path("IndexName").asText(),
                      keys(index.path("KeySchema"), types)
                          + index.path("Projection").path("ProjectionType").asText()));
      assertEquals(
          table.indexes().stream()
              .collect(Collectors.toMap(Table.Index::name, index -> keys(index.key()) + "ALL")),
          indexes);
      assertEquals(
          table.expires() ? Table.EXPIRY_ATTRIBUTE : "",
          made.path("TimeToLiveSpecification").path("AttributeName").asText());
      assertEquals(
          table.streams() || table.scope() == Table.Scope.GLOBAL ? "NEW_AND_OLD_IMAGES" : "",
          made.path("StreamSpecification").path("StreamViewType").asText());
    }

    private Set<String> declared(Table.Scope scope) {
      return Arrays.stream(Table.values())
          .filter(table -> table.scope() == scope)
          .map(Names::physical)
          .collect(Collectors.toCollection(TreeSet::new));
    }

    private String name(Found table) {
      return table.properties().path("TableName").asText();
    }

    private String keys(Table.KeySchema schema) {
      return "HASH "
          + schema.partition()
          + schema.sort().map(sort -> " RANGE " + sort).orElse("");
    }

    private String keys(JsonNode schema, Map<String, String> types) {
      StringBuilder keys = new StringBuilder();
      for (JsonNode key : schema) {
        String name = key.path("AttributeName").asText();
        keys.append(keys.isEmpty() ? "" : " ")
            .append(key.path("KeyType").asText())
            .append(' ')
            .append(new Table.KeyAttribute(name, Table.KeyType.valueOf(types.get(name))));
      }
      return keys.toString();
    }
  }

  @Nested
  class Functions {
    @ParameterizedTest
    @EnumSource
    void each_region_has_exactly_the_declared_functions(CityRegion region) {
      Map<String, String> made = new TreeMap<>();
      for (Found function : city.all(region, "AWS::Lambda::Function")) {
        JsonNode name = function.properties().path("FunctionName");
        if (!name.isMissingNode()) {
          made.put(name.asText(), function.properties().path("Handler").asText());
        }
      }
      assertEquals(
          new TreeMap<>(
              Arrays.stream(Entry.values())
                  .collect(Collectors.toMap(Names::function, Names::handlerClass))),
          made);
    }
  }
}
