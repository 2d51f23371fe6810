package jp.ishikari.link.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds of a component of a request: code points of a text, the value of a number, how many stand
 * in a list.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Limit {
  int min() default 0;

  int max() default Integer.MAX_VALUE;
}
