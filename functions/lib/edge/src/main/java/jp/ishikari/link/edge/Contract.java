package jp.ishikari.link.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What an operation takes and gives, as the records that are read from and written to JSON. They
 * are the only place where a body's shape stands: the schemas in {@code docs/generated/openapi},
 * the types of the portal and the console, and the check of every answer in the tests follow from
 * them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Contract {

  /** The record that the body is read into; {@link Nothing} when no body is read. */
  Class<?> request() default Nothing.class;

  /** What a success answers: one of these; nothing for an answer without a body. */
  Class<?>[] response() default {};

  /** Status of a success that has a body. */
  int status() default 200;

  /** No body. */
  final class Nothing {
    private Nothing() {}
  }

  /** A page of ours or a redirect, for a browser that navigates. */
  final class Page {
    private Page() {}
  }
}
