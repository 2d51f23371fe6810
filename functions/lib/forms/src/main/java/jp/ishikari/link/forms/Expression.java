package jp.ishikari.link.forms;

import java.util.List;
import java.util.Set;

/**
 * A condition or a computation over the answers. The set is closed and each expression has one
 * type, fixed when the definition is read; nothing is ever converted from one type to another.
 *
 * <p>An answer that is absent, hidden or not acceptable is <em>missing</em>. What is computed from,
 * compared with, sought as or negated from something missing is missing as well, so what was not
 * answered is neither equal nor unequal to anything. One operand decides an {@code and} or an
 * {@code or}; if none does and one is missing, so is the whole. A condition that is missing does
 * not hold.
 */
public sealed interface Expression {

  /** The types that an expression can have. */
  enum Type {
    TEXT,
    INTEGER,
    /** A number with decimals: it is compared, and never computed with. */
    DECIMAL,
    BOOLEAN,
    DATE,
    /** A time of the day. */
    TIME,
    /** The chosen values of a checkbox field. */
    LIST
  }

  /** The type of the value, known before any answer. */
  Type type();

  /** A text, a whole number (Long) or a truth value. */
  record Literal(Object value) implements Expression {
    @Override
    public Type type() {
      return switch (value) {
        case Long number -> Type.INTEGER;
        case Boolean truth -> Type.BOOLEAN;
        default -> Type.TEXT;
      };
    }
  }

  /**
   * The answer to an earlier field.
   *
   * @param inItem whether the field belongs to the same item of a group
   * @param part the part of a name or an address, else null
   * @param type null when no computation can use it, as that of a group
   * @param options the values it can have, when it is a choice; else empty
   */
  record Answer(boolean inItem, String field, String part, Type type, Set<String> options)
      implements Expression {}

  /** Whether there is an acceptable answer; the one thing that speaks of absence. */
  record Answered(Answer of) implements Expression {
    @Override
    public Type type() {
      return Type.BOOLEAN;
    }
  }

  /** {@code == != > >= < <=} */
  record Comparison(String operator, Expression left, Expression right) implements Expression {
    @Override
    public Type type() {
      return Type.BOOLEAN;
    }
  }

  /** All of them. */
  record And(List<Expression> operands) implements Expression {
    @Override
    public Type type() {
      return Type.BOOLEAN;
    }
  }

  /** At least one of them. */
  record Or(List<Expression> operands) implements Expression {
    @Override
    public Type type() {
      return Type.BOOLEAN;
    }
  }

  /** The opposite. */
  record Not(Expression operand) implements Expression {
    @Override
    public Type type() {
      return Type.BOOLEAN;
    }
  }

  /** Whether the value is one of the literals. */
  record OneOf(Expression value, List<Object> literals) implements Expression {
    @Override
    public Type type() {
      return Type.BOOLEAN;
    }
  }

  /** Whether the value is among the choices of a checkbox field. */
  record Chosen(Expression value, Answer list) implements Expression {
    @Override
    public Type type() {
      return Type.BOOLEAN;
    }
  }

  /** {@code + - *} of whole numbers; a result beyond ±9007199254740991 is missing. */
  record Arithmetic(String operator, List<Expression> operands) implements Expression {
    @Override
    public Type type() {
      return Type.INTEGER;
    }
  }

  /** One of two values of the same type. */
  record If(Expression condition, Expression then, Expression otherwise) implements Expression {
    @Override
    public Type type() {
      return then.type();
    }
  }

  /** The sum of a number field over the items of a group; items without it count as 0. */
  record Sum(String group, String field) implements Expression {
    @Override
    public Type type() {
      return Type.INTEGER;
    }
  }

  /** The number of items of a group. */
  record Count(String group) implements Expression {
    @Override
    public Type type() {
      return Type.INTEGER;
    }
  }
}
