package jp.ishikari.link.bench;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import jp.ishikari.link.forms.FormCache;
import jp.ishikari.link.forms.FormCheck;
import jp.ishikari.link.forms.FormDefinition;
import jp.ishikari.link.forms.FormReading;
import jp.ishikari.link.forms.PublishGate;
import tools.jackson.databind.ObjectMapper;

/**
 * What a form of 100 fields costs, warm: reading it, taking it from the cache, deciding about an
 * application, and the gate. {@code web-static/e2e/bench-forms.mjs} asks the same of Chromium 72.
 */
public final class FormBench {
  private static final int RUNS = 3;
  private static final long WARM_UP_NANOS = 2_000_000_000L;
  private static final long RUN_NANOS = 5_000_000_000L;

  private FormBench() {}

  @SuppressWarnings("unchecked")
  public static void main(String[] args) throws Exception {
    ObjectMapper json = new ObjectMapper();
    Map<String, Object> file;
    try (InputStream in = FormBench.class.getResourceAsStream("/hundred-fields.json")) {
      file = json.readValue(in, Map.class);
    }
    Map<String, Object> definition = (Map<String, Object>) file.get("form");
    Map<String, Object> answers = (Map<String, Object>) file.get("answers");
    LocalDate today = LocalDate.parse((String) file.get("today"));
    FormDefinition form = ((FormReading.Valid) FormDefinition.read(definition)).form();
    FormCache cache = new FormCache(10);
    byte[] text = json.writeValueAsBytes(definition);

    measure("check an application", () -> size(FormCheck.of(form, answers, today, null)));
    measure("read the definition", () -> FormDefinition.read(definition).hashCode() & 1);
    measure(
        "take the definition from the cache, a fresh tree each time",
        () -> System.identityHashCode(cache.read(json.readValue(text, Map.class))) & 1);
    measure("parse its JSON alone", () -> json.readValue(text, Map.class).size());
    measure("the publish gate", () -> PublishGate.check(form, List.of("en")).size());
  }

  private static int size(FormCheck check) {
    if (!check.accepted()) {
      throw new IllegalStateException(check.errors().toString());
    }
    return check.canonical().size();
  }

  /** The median of several runs. The sum is printed so that no work can be optimised away. */
  private static void measure(String what, IntSupplier work) {
    long sum = 0;
    for (long start = System.nanoTime(); System.nanoTime() - start < WARM_UP_NANOS; ) {
      sum += work.getAsInt();
    }
    double[] micros = new double[RUNS];
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      long times = 0;
      while (System.nanoTime() - start < RUN_NANOS) {
        sum += work.getAsInt();
        times++;
      }
      micros[run] = (System.nanoTime() - start) / 1000.0 / times;
    }
    Arrays.sort(micros);
    System.out.printf(
        "form of 100 fields: %s %.0f µs (%.0f to %.0f; sum %d)%n",
        what, micros[RUNS / 2], micros[0], micros[RUNS - 1], sum);
  }
}
