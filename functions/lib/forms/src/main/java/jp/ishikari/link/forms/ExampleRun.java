package jp.ishikari.link.forms;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an example of a form.
 *
 * @param mismatches what came out otherwise than expected; empty means that the example passed
 */
public record ExampleRun(Example example, FormCheck check, List<Mismatch> mismatches) {

  /**
   * One difference.
   *
   * @param what {@code accepted}, {@code errors}, {@code fee} or {@code pages}
   * @param expected as the example states it
   * @param actual as the form decides it
   */
  public record Mismatch(String what, @Nullable Object expected, @Nullable Object actual) {}

  /** Runs every example of the form. */
  public static List<ExampleRun> all(FormDefinition form) {
    return form.examples().stream().map(example -> of(form, example)).toList();
  }

  /** Runs one example, which need not belong to the form yet. */
  public static ExampleRun of(FormDefinition form, Example example) {
    FormCheck check = FormCheck.of(form, example.answers(), example.today(), null);
    Example.Expected expect = example.expect();
    List<Mismatch> mismatches = new ArrayList<>();
    compare(mismatches, "accepted", expect.accepted(), check.accepted());
    if (expect.errors() != null) {
      compare(
          mismatches,
          "errors",
          expect.errors().stream().map(Example.ExpectedError::toString).toList(),
          check.errors().stream().map(e -> e.path() + ":" + e.code().code()).toList());
    }
    if (expect.fee() != null) {
      compare(mismatches, "fee", expect.fee(), check.fee());
    }
    if (expect.pages() != null) {
      compare(mismatches, "pages", expect.pages(), check.visiblePages());
    }
    return new ExampleRun(example, check, List.copyOf(mismatches));
  }

  /** Whether everything came out as expected. */
  public boolean passed() {
    return mismatches.isEmpty();
  }

  private static void compare(
      List<Mismatch> mismatches, String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      mismatches.add(new Mismatch(what, expected, actual));
    }
  }
}
