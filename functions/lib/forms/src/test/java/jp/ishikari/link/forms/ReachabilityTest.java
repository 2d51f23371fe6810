package jp.ishikari.link.forms;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReachabilityTest {

  @Test
  @DisplayName("What some answers reach is never called unreachable, in hundreds of made-up forms")
  void sound() {
    long seed = Long.getLong("forms.fuzz.seed", System.nanoTime());
    System.out.println("forms.fuzz.seed=" + seed);
    SplittableRandom random = new SplittableRandom(seed);
    FuzzForms forms = new FuzzForms(random);
    FuzzAnswers answers = new FuzzAnswers(random);
    int called = 0;
    for (int i = 0; i < 300; i++) {
      FormDefinition form = Definitions.form(forms.form("made" + i));
      Set<String> never = new HashSet<>();
      for (GateFinding finding : PublishGate.check(form, List.of())) {
        if (Set.of(GateCode.NEVER_TRUE, GateCode.REQUIRED_NEVER_SHOWN, GateCode.UNREACHABLE_PAGE)
            .contains(finding.code())) {
          never.add(finding.pointer());
        }
      }
      called += never.size();
      for (int n = 0; n < 60; n++) {
        LocalDate today = LocalDate.of(2026, 11, 23);
        FormCheck check = FormCheck.of(form, answers.sound(form, today), today, null);
        for (int p = 0; p < form.pages().size(); p++) {
          Page page = form.pages().get(p);
          assertTrue(
              !check.visiblePages().contains(page.id())
                  || !never.contains("/pages/" + p + "/visibleIf"));
          for (int f = 0; f < page.fields().size(); f++) {
            assertTrue(
                !check.visibleFields().contains(page.fields().get(f).id())
                    || !never.contains("/pages/" + p + "/fields/" + f + "/visibleIf"),
                () -> form + " " + never);
          }
        }
      }
    }
    assertTrue(called > 0, "no form had anything unreachable");
  }
}
