package jp.ishikari.link.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text that is one of a few: these, or the constants of an enum. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OneOf {
  String[] value() default {};

  /** The enum whose constants it names. */
  Class<? extends Enum<?>> constants() default None.class;

  /** Whether the constants are written small and with hyphens. */
  boolean small() default false;

  /** No enum. */
  enum None {}
}
