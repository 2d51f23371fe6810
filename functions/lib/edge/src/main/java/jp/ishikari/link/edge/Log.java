package jp.ishikari.link.edge;

import static software.amazon.lambda.powertools.logging.argument.StructuredArguments.entry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Log lines with a closed vocabulary of fields. */
public final class Log {
  private final Logger logger;

  private Log(Logger logger) {
    this.logger = logger;
  }

  public static Log of(Class<?> type) {
    return new Log(LoggerFactory.getLogger(type));
  }

  /** {@code values} go with {@code fields} one by one. */
  public void info(String what, LogField[] fields, Object... values) {
    write(logger.atInfo(), what, fields, values);
  }

  public void warn(String what, LogField[] fields, Object... values) {
    write(logger.atWarn(), what, fields, values);
  }

  /** The unexpected, with its cause. */
  public void error(String what, Throwable cause, LogField[] fields, Object... values) {
    write(logger.atError().setCause(cause), what, fields, values);
  }

  private static void write(
      LoggingEventBuilder line, String what, LogField[] fields, Object... values) {
    for (int i = 0; i < fields.length; i++) {
      line = line.addArgument(entry(fields[i].key(), written(values[i])));
    }
    line.log(what);
  }

  /** A number stays one: metrics are made of it. */
  private static Object written(Object value) {
    return value instanceof Number ? value : String.valueOf(value);
  }

  /** Reads better than {@code new LogField[] {…}}. */
  public static LogField[] fields(LogField... fields) {
    return fields;
  }
}
