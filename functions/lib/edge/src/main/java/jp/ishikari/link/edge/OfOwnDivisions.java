package jp.ishikari.link.edge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A look-up of what a request's path names, if it is of one of the caller's divisions; another's is
 * answered as if it did not exist. Operations whose access reaches the own divisions find things
 * through such a class only: a test fails when one of them reads the path itself.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OfOwnDivisions {}
