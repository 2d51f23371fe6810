package jp.ishikari.link.docs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import jp.ishikari.link.blueprint.Budget;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Entry;
import jp.ishikari.link.blueprint.Grant;
import jp.ishikari.link.blueprint.Names;
import jp.ishikari.link.blueprint.Route;
import jp.ishikari.link.blueprint.Setting;
import jp.ishikari.link.blueprint.Table;
import jp.ishikari.link.blueprint.Trigger;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.Lifecycle;
import jp.ishikari.link.domain.payment.OrderGraph;
import jp.ishikari.link.domain.payment.OrderState;
import jp.ishikari.link.edge.Problem;

/** The pages of docs/generated. */
final class GeneratedTables {
  private static final String NOTE =
      "\n\nGenerated from the declarations; a test fails when it differs.\n\n";

  private GeneratedTables() {}

  static String routes() {
    StringBuilder page =
        new StringBuilder(
            "# Routes"
                + NOTE
                + "| method | path | API | who | body up to | how often | operation |\n"
                + "|---|---|---|---|---|---|---|\n");
    for (Route r : Route.values()) {
      row(
          page,
          r.method(),
          code(r.path()),
          r.api(),
          r.access(),
          r.method() == Route.Method.GET ? "" : r.bodySize().bytes() / 1024 + " KB",
          r.budgets().stream().map(GeneratedTables::budget).collect(Collectors.joining(", ")),
          code(Names.operationClass(r)));
    }
    return page.toString();
  }

  private static String budget(Budget budget) {
    return "%d in %d min per %s"
        .formatted(
            budget.limit(),
            budget.window().toMinutes(),
            budget.payer().name().toLowerCase(Locale.ROOT));
  }

  static String functions() {
    StringBuilder page = new StringBuilder("# Functions" + NOTE);
    for (Capability c : Capability.values()) {
      page.append("## ").append(Names.module(c)).append("\n\n").append(c.purpose()).append("\n\n");
      page.append("| function | trigger | may |\n|---|---|---|\n");
      for (Entry e : Entry.values()) {
        if (e.capability() == c) {
          row(page, code(Names.function(e)), trigger(e.trigger()), grants(e.grants()));
        }
      }
      page.append('\n');
    }
    return page.toString().stripTrailing() + "\n";
  }

  static String tables() {
    StringBuilder page =
        new StringBuilder(
            "# Tables"
                + NOTE
                + "| table | scope | key | indexes | stream | expires |\n"
                + "|---|---|---|---|---|---|\n");
    for (Table t : Table.values()) {
      row(
          page,
          code(Names.physical(t)),
          t.scope(),
          key(t.key()),
          t.indexes().stream()
              .map(i -> i.name() + ": " + key(i.key()))
              .collect(Collectors.joining("; ")),
          t.streams() ? "yes" : "",
          t.expires() ? code(Table.EXPIRY_ATTRIBUTE) : "");
    }
    return page.toString();
  }

  static String environment() {
    StringBuilder page =
        new StringBuilder(
            "# Environment"
                + NOTE
                + "Besides these, a function gets the physical name or ARN of every resource it is"
                + " granted, as `TABLE_…`, `BUCKET_…`, `QUEUE_…`, `TOPIC_…`, `KEY_…`,"
                + " `MAILER_…`.\n\n"
                + "| setting | without it | read by | purpose |\n"
                + "|---|---|---|---|\n");
    for (Setting s : Setting.values()) {
      String readers =
          Arrays.stream(Capability.values())
              .filter(s::isReadBy)
              .map(Names::module)
              .collect(Collectors.joining(", "));
      row(
          page,
          code(s.name()),
          s.fallback() == null ? "start refused" : code(s.fallback()),
          readers,
          s.purpose());
    }
    return page.toString();
  }

  static String problems() {
    StringBuilder page =
        new StringBuilder(
            "# Problems"
                + NOTE
                + "Every error is `application/problem+json` (RFC 9457) with one of these"
                + " codes.\n\n"
                + "| code | status | title |\n"
                + "|---|---|---|\n");
    for (Problem p : Problem.values()) {
      row(page, code(p.code()), p.status(), p.title());
    }
    return page.toString();
  }

  static String lifecycle() {
    StringBuilder page =
        new StringBuilder("# Lifecycle of an application" + NOTE + "```mermaid\nstateDiagram-v2\n");
    for (Lifecycle.Edge e : Lifecycle.edges()) {
      page.append("  ").append(e.from() == null ? "[*]" : e.from()).append(" --> ").append(e.to());
      page.append(" : ").append(e.step().label()).append(" (").append(e.actor()).append(")\n");
    }
    page.append("```\n\n| state | shown as |\n|---|---|\n");
    for (ApplicationState s : ApplicationState.values()) {
      row(page, s, s.label());
    }
    page.append("\n| from | step | by | to | event |\n|---|---|---|---|---|\n");
    for (Lifecycle.Edge e : Lifecycle.edges()) {
      row(
          page,
          e.from() == null ? "–" : e.from(),
          e.step(),
          e.actor(),
          e.to(),
          e.step().event().happened());
    }
    return page.toString();
  }

  static String payments() {
    StringBuilder page =
        new StringBuilder("# Life of a payment" + NOTE + "```mermaid\nstateDiagram-v2\n");
    for (OrderGraph.Edge e : OrderGraph.edges()) {
      // What leaves it where it is stands in the table below alone.
      if (e.from() != e.to()) {
        page.append("  ")
            .append(e.from() == null ? "[*]" : e.from())
            .append(" --> ")
            .append(e.to())
            .append(" : ")
            .append(e.step().label())
            .append('\n');
      }
    }
    page.append("```\n\n| state | shown as |\n|---|---|\n");
    for (OrderState s : OrderState.values()) {
      row(page, s, s.label());
    }
    page.append("\n| from | step | by | to | event |\n|---|---|---|---|---|\n");
    for (OrderGraph.Edge e : OrderGraph.edges()) {
      row(
          page,
          e.from() == null ? "–" : e.from(),
          e.step(),
          e.step().by(),
          e.to(),
          e.step().event().happened());
    }
    return page.toString();
  }

  private static String trigger(Trigger trigger) {
    return switch (trigger) {
      case Trigger.Http(var api) -> "HTTP, " + api;
      case Trigger.Authorizer(var api) -> "session authorizer, " + api;
      case Trigger.Stream(var table, int size) -> "stream of " + table + ", batches of " + size;
      case Trigger.Messages(var queue, int size) -> "queue " + queue + ", batches of " + size;
      case Trigger.Schedule(var every) -> "every " + every.toMinutes() + " min";
    };
  }

  private static String grants(List<Grant> grants) {
    return grants.stream()
        .map(
            g ->
                g.resource().name()
                    + " "
                    + g.uses().stream()
                        .map(u -> u.name().toLowerCase())
                        .sorted()
                        .collect(Collectors.joining("/")))
        .collect(Collectors.joining("; "));
  }

  private static String key(Table.KeySchema key) {
    return code(key.partition().name()) + key.sort().map(s -> " + " + code(s.name())).orElse("");
  }

  private static String code(String text) {
    return "`" + text + "`";
  }

  private static void row(StringBuilder page, Object... cells) {
    page.append(
        Arrays.stream(cells).map(String::valueOf).collect(Collectors.joining(" | ", "| ", " |\n")));
  }
}
