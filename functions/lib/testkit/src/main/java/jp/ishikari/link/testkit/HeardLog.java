package jp.ishikari.link.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** What is written to the log while it is open, from one level up. */
public final class HeardLog extends AbstractAppender implements AutoCloseable {
  private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
  private final LoggerConfig root =
      ((LoggerContext) LogManager.getContext(false)).getConfiguration().getRootLogger();

  public HeardLog(Level from) {
    super("heard", null, null, true, Property.EMPTY_ARRAY);
    start();
    root.addAppender(this, from, null);
  }

  public List<String> heard() {
    return List.copyOf(heard);
  }

  @Override
  public void append(LogEvent event) {
    heard.add(event.getMessage().getFormattedMessage() + " " + event.getThrown());
  }

  @Override
  public void close() {
    root.removeAppender("heard");
    stop();
  }
}
