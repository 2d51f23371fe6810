package jp.ishikari.link.forms;

import java.util.List;

/** What reading a form definition came to. */
public sealed interface FormReading {

  /** The definition is sound: every reference resolves and every expression has one type. */
  record Valid(FormDefinition form) implements FormReading {}

  /** The definition must not be published; each finding names its place. */
  record Refused(List<Finding> findings) implements FormReading {
    public Refused {
      findings = List.copyOf(findings);
    }
  }
}
