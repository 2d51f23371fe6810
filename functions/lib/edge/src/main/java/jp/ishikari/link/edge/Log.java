package jp.ishikari.link.edge;

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
      line = line.addKeyValue(fields[i].key(), String.valueOf(values[i]));
    }
    line.log(what);
  }

  /** Reads better than {@code new LogField[] {…}}. */
  public static LogField[] fields(LogField... fields) {
    return fields;
  }
}
