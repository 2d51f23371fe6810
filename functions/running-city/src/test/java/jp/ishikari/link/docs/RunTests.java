package jp.ishikari.link.docs;

import java.io.PrintWriter;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Runs tests one after another in a process of their own; ends with 1 when one fails. */
final class RunTests {
  private RunTests() {}

  public static void main(String... tests) {
    for (String test : tests) {
      DiscoverySelector selector =
          test.contains("#")
              ? DiscoverySelectors.selectMethod(test)
              : DiscoverySelectors.selectClass(test);
      SummaryGeneratingListener summary = new SummaryGeneratingListener();
      LauncherFactory.create()
          .execute(LauncherDiscoveryRequestBuilder.request().selectors(selector).build(), summary);
      if (summary.getSummary().getTestsSucceededCount() == 0
          || summary.getSummary().getTotalFailureCount() > 0) {
        summary.getSummary().printFailuresTo(new PrintWriter(System.err, true));
        System.err.println(test + " failed");
        System.exit(1);
      }
    }
    System.exit(0);
  }
}
