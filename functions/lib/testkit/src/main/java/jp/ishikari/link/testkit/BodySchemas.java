package jp.ishikari.link.testkit;

import com.fasterxml.classmate.ResolvedType;
import com.github.victools.jsonschema.generator.ConfigFunction;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaBuilder;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.generator.impl.DefinitionKey;
import com.github.victools.jsonschema.generator.naming.DefaultSchemaDefinitionNamingStrategy;
import com.github.victools.jsonschema.module.jackson.JacksonSchemaModule;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Limit;
import jp.ishikari.link.edge.OneOf;
import jp.ishikari.link.edge.Problem;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schemas of bodies, made of the records that operations read and write. */
public final class BodySchemas {
  private static final String WHERE = "components/schemas";

  private final SchemaBuilder builder;
  private final Map<Class<?>, JsonNode> references = new LinkedHashMap<>();
  private final Set<Class<?>> requests = new LinkedHashSet<>();

  public BodySchemas() {
    SchemaGeneratorConfigBuilder config =
        new SchemaGeneratorConfigBuilder(
                JsonMapper.shared(), SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
            .with(new JacksonSchemaModule())
            .with(
                Option.DEFINITIONS_FOR_ALL_OBJECTS,
                Option.DEFINITION_FOR_MAIN_SCHEMA,
                Option.PLAIN_DEFINITION_KEYS,
                Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                Option.FLATTENED_ENUMS,
                Option.STANDARD_FORMATS,
                Option.ENUM_KEYWORD_FOR_SINGLE_VALUES)
            .without(Option.SCHEMA_VERSION_INDICATOR);
    config
        .forTypesInGeneral()
        .withDefinitionNamingStrategy(new Naming())
        .withCustomDefinitionProvider(
            (type, context) -> inline(type).map(i -> new CustomDefinition(i, true)).orElse(null));
    config
        .forFields()
        .withNullableCheck(field -> false)
        .withRequiredCheck(BodySchemas::isRequired)
        .withEnumResolver(BodySchemas::words)
        .withStringMinLengthResolver(BodySchemas::least)
        .withStringMaxLengthResolver(BodySchemas::longest)
        .withNumberInclusiveMinimumResolver(
            of(Number.class, limit -> BigDecimal.valueOf(limit.min())))
        .withNumberInclusiveMaximumResolver(
            of(Number.class, limit -> BigDecimal.valueOf(limit.max())))
        .withArrayMaxItemsResolver(
            of(Collection.class, limit -> limit.max() == Integer.MAX_VALUE ? null : limit.max()));
    this.builder = new SchemaGenerator(config.build()).buildMultipleSchemaDefinitions();
  }

  /** What an operation declares; every one declares something. */
  public static Contract contract(Route route) {
    try {
      Contract contract = Class.forName(Names.operationClass(route)).getAnnotation(Contract.class);
      if (contract == null) {
        throw new IllegalStateException(Names.operationClass(route) + " declares no bodies");
      }
      return contract;
    } catch (ClassNotFoundException missing) {
      throw new IllegalStateException(missing);
    }
  }

  /** Where the schema of a record is found; filled in by {@link #definitions}. */
  public JsonNode reference(Class<?> record) {
    return references.computeIfAbsent(record, builder::createSchemaReference);
  }

  /** Where the schema of a record is found that is read from a request: it takes nothing else. */
  public JsonNode request(Class<?> record) {
    requests.add(record);
    return reference(record);
  }

  /** Any of several records. */
  public JsonNode reference(Class<?>... records) {
    if (records.length == 1) {
      return reference(records[0]);
    }
    ObjectNode any = JsonMapper.shared().createObjectNode();
    Arrays.stream(records).map(this::reference).forEach(any.putArray("anyOf")::add);
    return any;
  }

  /** Every schema that was referred to, by name. */
  public ObjectNode definitions() {
    ObjectNode all = builder.collectDefinitions(WHERE);
    for (Class<?> request : requests) {
      // Not additionalProperties, which does not see into what is written beside it.
      ((ObjectNode) all.get(nameOf(request))).put("unevaluatedProperties", false);
    }
    return all;
  }

  /** What has no record of its own. */
  private static Optional<ObjectNode> inline(ResolvedType type) {
    ObjectNode schema = JsonMapper.shared().createObjectNode();
    if (type.getErasedType() == YearMonth.class) {
      return Optional.of(schema.put("type", "string").put("pattern", "^[0-9]{4}-[0-9]{2}$"));
    }
    if (type.getErasedType() == byte[].class) {
      return Optional.of(schema.put("type", "string").put("contentEncoding", "base64"));
    }
    if (JsonNode.class.isAssignableFrom(type.getErasedType())) {
      return Optional.of(schema);
    }
    // Answers, forms and other data that has rules of its own.
    boolean free =
        Map.class.isAssignableFrom(type.getErasedType())
            && type.typeParametersFor(Map.class).get(1).getErasedType() == Object.class;
    return free
        ? Optional.of(schema.put("type", "object").put("additionalProperties", true))
        : Optional.empty();
  }

  private static boolean isRequired(FieldScope field) {
    Field raw = field.getRawMember();
    return !raw.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static List<String> words(FieldScope field) {
    OneOf words = ((AnnotatedElement) field.getRawMember()).getAnnotation(OneOf.class);
    boolean text = field.getType().getErasedType() == String.class;
    if (words == null || !text) {
      return null;
    }
    List<String> all = new ArrayList<>(List.of(words.value()));
    if (words.constants() != OneOf.None.class) {
      for (Enum<?> constant : words.constants().getEnumConstants()) {
        String name = constant.name();
        all.add(words.small() ? name.toLowerCase(Locale.ROOT).replace('_', '-') : name);
      }
    }
    return all;
  }

  /** A text that is asked for is not empty; of what is answered nothing is said. */
  private static Integer least(FieldScope field) {
    return field.getRawMember().isAnnotationPresent(Limit.class)
            && field.getType().getErasedType() == String.class
        ? 1
        : null;
  }

  private static Integer longest(FieldScope field) {
    Limit limit = field.getRawMember().getAnnotation(Limit.class);
    if (limit == null || field.getType().getErasedType() != String.class) {
      return null;
    }
    int longest = field.isFakeContainerItemScope() ? limit.each() : limit.max();
    return longest == Integer.MAX_VALUE ? null : longest;
  }

  private static <T> ConfigFunction<FieldScope, T> of(Class<?> kind, Function<Limit, T> bound) {
    return field -> {
      Limit limit = field.getRawMember().getAnnotation(Limit.class);
      Class<?> type = field.getType().getErasedType();
      if (field.isFakeContainerItemScope()) {
        return null;
      }
      boolean number = Set.of(int.class, long.class).contains(type) && kind == Number.class;
      return limit != null && (number || kind.isAssignableFrom(type)) ? bound.apply(limit) : null;
    };
  }

  private static String nameOf(Class<?> type) {
    return type.getEnclosingClass() == null
        ? type.getSimpleName()
        : type.getEnclosingClass().getSimpleName() + type.getSimpleName();
  }

  /** {@code ReadCase.Detail} → {@code ReadCaseDetail}; no two records may come to the same name. */
  private static final class Naming extends DefaultSchemaDefinitionNamingStrategy {
    @Override
    public String getDefinitionNameForKey(DefinitionKey key, SchemaGenerationContext context) {
      Class<?> type = key.getType().getErasedType();
      if (type == Problem.Body.class) {
        return "Problem";
      }
      return type.getEnclosingClass() == null
          ? super.getDefinitionNameForKey(key, context)
          : nameOf(type);
    }

    @Override
    public void adjustDuplicateNames(
        Map<DefinitionKey, String> names, SchemaGenerationContext context) {
      throw new IllegalStateException("two records of one name: " + names);
    }
  }
}
