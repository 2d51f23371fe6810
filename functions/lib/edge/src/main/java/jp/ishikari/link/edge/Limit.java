package jp.ishikari.link.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds of a component of a request: code points of a text, the value of a number, how many stand
 * in a list. What is read ({@link Body}) and what the schema says follow from it.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Limit {
  int min() default 0;

  int max() default Integer.MAX_VALUE;

  /** The most code points of each text in a list. */
  int each() default 100;

  /**
   * Whether a text is a name that people tell things apart by: kept without spaces at its ends, and
   * refused with a character that nobody sees.
   */
  boolean name() default false;

  /** Whether a text, or each text in a list, may have line breaks and tabs. */
  boolean lines() default false;
}
