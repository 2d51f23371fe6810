package jp.ishikari.link.edge;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a record is read from a body. Its components say everything: their type, {@link Limit}, and
 * {@code @Nullable} for what may be absent. A list or set that may be absent is empty then, and so
 * is a map of lists. Found out once per record.
 */
final class BodyShape {
  private static final ClassValue<BodyShape> SHAPES =
      new ClassValue<>() {
        @Override
        protected BodyShape computeValue(Class<?> type) {
          return new BodyShape(type);
        }
      };

  /** Reads one component, and tells what is wrong with it. */
  @FunctionalInterface
  private interface Part {
    Object read(Body body);
  }

  private final Constructor<?> constructor;
  private final List<Part> parts;

  private BodyShape(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    try {
      this.constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
      constructor.setAccessible(true);
      Part[] read = new Part[components.length];
      for (int i = 0; i < components.length; i++) {
        read[i] =
            part(components[i].getGenericType(), type.getDeclaredField(components[i].getName()));
      }
      this.parts = List.of(read);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static <R> R read(Body body, Class<R> type) {
    BodyShape shape = SHAPES.get(type);
    try {
      return type.cast(
          shape.constructor.newInstance(shape.parts.stream().map(p -> p.read(body)).toArray()));
    } catch (ReflectiveOperationException ownConstructor) {
      throw new IllegalStateException(ownConstructor);
    }
  }

  private static Part part(Type generic, Field field) {
    if (field.isAnnotationPresent(JsonUnwrapped.class)) {
      return body -> read(body, field.getType());
    }
    BiFunction<Body, JsonNode, Object> value = value(generic, field);
    String name = name(field);
    boolean optional = field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    Object absent = absent(generic, field.getType(), optional);
    return body -> {
      Optional<JsonNode> node = body.take(name, optional);
      return node.isPresent() ? value.apply(body, node.get()) : absent;
    };
  }

  private static BiFunction<Body, JsonNode, Object> value(Type generic, Field field) {
    String name = name(field);
    Bounds limit = Bounds.of(field);
    Class<?> type = field.getType();
    if (type == String.class) {
      boolean optional = field.getAnnotatedType().isAnnotationPresent(Nullable.class);
      return (body, node) -> {
        String text =
            limit.name()
                ? body.name(name, node, limit.max())
                : body.text(name, node, limit.max(), limit.lines());
        return optional && text.isEmpty() ? null : text;
      };
    }
    if (type == int.class || type == Integer.class) {
      return (body, node) -> body.integer(name, node, limit.min(), limit.max());
    }
    if (type == boolean.class || type == Boolean.class) {
      return (body, node) -> body.flag(name, node);
    }
    if (type == LocalDate.class) {
      return (body, node) -> body.day(name, node);
    }
    if (type.isEnum()) {
      return (body, node) -> body.choice(name, node, type);
    }
    if (type == List.class && argument(generic, 0) == String.class) {
      return (body, node) -> body.texts(name, node, limit);
    }
    if (type == List.class && argument(generic, 0) instanceof Class<?> each && each.isRecord()) {
      return (body, node) -> body.records(name, node, limit.max(), each);
    }
    if (type == Set.class && argument(generic, 0) == String.class) {
      return (body, node) -> new LinkedHashSet<>(body.texts(name, node, limit));
    }
    if (type == Map.class && argument(generic, 1) == Object.class) {
      return (body, node) -> body.object(name, node);
    }
    if (type == Map.class) {
      return (body, node) -> body.lists(name, node, limit);
    }
    throw new IllegalStateException("no way to read " + field);
  }

  /** What stands for a component that is not there. */
  private static Object absent(Type generic, Class<?> type, boolean optional) {
    boolean lists = type == Map.class && argument(generic, 1) != Object.class;
    if (type == List.class) {
      return List.of();
    }
    if (type == Set.class) {
      return Set.of();
    }
    if (type == Map.class && (!optional || lists)) {
      return Map.of();
    }
    if (optional) {
      return null;
    }
    if (type == String.class) {
      return "";
    }
    if (type == int.class) {
      return 0;
    }
    return type == boolean.class ? false : null;
  }

  private static String name(Field field) {
    JsonProperty other = field.getAnnotation(JsonProperty.class);
    return other == null ? field.getName() : other.value();
  }

  private static Type argument(Type generic, int index) {
    return ((ParameterizedType) generic).getActualTypeArguments()[index];
  }

  /** What {@link Limit} says, or what holds without it. */
  record Bounds(int min, int max, int each, boolean name, boolean lines) {
    static Bounds of(Field field) {
      Limit limit = field.getAnnotation(Limit.class);
      return limit == null
          ? new Bounds(0, Integer.MAX_VALUE, Integer.MAX_VALUE, false, true)
          : new Bounds(limit.min(), limit.max(), limit.each(), limit.name(), limit.lines());
    }
  }
}
