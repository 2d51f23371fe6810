package jp.ishikari.link.casework.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationState;
import jp.ishikari.link.domain.Hold;
import jp.ishikari.link.domain.Holds;
import jp.ishikari.link.domain.assignment.Assignment;
import jp.ishikari.link.domain.conversation.Conversation;
import jp.ishikari.link.testkit.SampleApplications;
import org.junit.jupiter.api.Test;

/** What every store of the clerks' list promises: the newest row of a case, whatever came when. */
abstract class DeskStoreContract {
  private final String division = "d-" + UUID.randomUUID();
  private final Application submitted = SampleApplications.submitted(null, division);
  private final Instant noon = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  abstract DeskStore store();

  /** Of a case that nobody has written about or taken. */
  private static DeskRow row(Application application, Holds holds) {
    return DeskRow.of(
        application,
        holds,
        Conversation.none(application.applicationId()),
        Assignment.none(application.applicationId()));
  }

  /** Of the case that was submitted. */
  private DeskRow row(Conversation conversation, Assignment assignment) {
    return DeskRow.of(submitted, Holds.NONE, conversation, assignment);
  }

  private void keep(DeskRow row) {
    store().keep(List.of(row));
  }

  private List<DeskRow> listed(ApplicationState state) {
    return store().page(division, state, null, 50).rows();
  }

  private Hold hold(Hold.Kind kind, String cause) {
    return Hold.since(submitted.applicationId(), kind, cause, noon);
  }

  @Test
  void givesBackExactlyWhatWasKept() {
    DeskRow bare = row(submitted, Holds.NONE);
    keep(bare);
    assertEquals(List.of(bare), listed(ApplicationState.SUBMITTED));
    DeskRow held =
        row(
            submitted.advanced(ApplicationState.RETURNED, null),
            new Holds(
                List.of(
                    hold(Hold.Kind.CORRECTION, "2"),
                    hold(Hold.Kind.PAYMENT, "order").until(noon.plusSeconds(60)))));
    keep(held);
    assertEquals(List.of(held), listed(ApplicationState.RETURNED));
    assertEquals(List.of(), listed(ApplicationState.SUBMITTED), "a case is in one list at a time");
  }

  @Test
  void keepsTheNewestOfACaseHoweverItsRowsAreOrderedAndRepeated() {
    List<DeskRow> rows = new ArrayList<>();
    Application accepted = submitted.advanced(ApplicationState.ACCEPTED, null);
    Hold payment = hold(Hold.Kind.PAYMENT, "order");
    rows.add(row(submitted, Holds.NONE));
    rows.add(row(accepted, Holds.NONE));
    rows.add(row(accepted, new Holds(List.of(payment))));
    rows.add(row(accepted, new Holds(List.of(payment.until(noon)))));
    Application returned = accepted.advanced(ApplicationState.RETURNED, null);
    // Fewer changes of its holds than a version before it was read with, which lagged behind.
    DeskRow newest = row(returned, new Holds(List.of(payment)));
    rows.add(newest);
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 20; i++) {
      List<DeskRow> come = new ArrayList<>(rows);
      come.addAll(rows);
      Collections.shuffle(come, random);
      come.forEach(this::keep);
      assertEquals(List.of(newest), listed(ApplicationState.RETURNED), () -> "seed " + seed);
      for (ApplicationState other :
          List.of(ApplicationState.SUBMITTED, ApplicationState.ACCEPTED)) {
        assertEquals(List.of(), listed(other), () -> "seed " + seed);
      }
    }
  }

  @Test
  void showsWhatIsUnreadUntilItIsReadWhicheverOfBothIsTold() {
    Conversation none = Conversation.none(submitted.applicationId());
    Conversation written = new Conversation(submitted.applicationId(), 1, 1, 1, 0, 0, 0, null);
    Conversation read = new Conversation(submitted.applicationId(), 2, 1, 1, 0, 0, 1, null);
    Assignment nobody = Assignment.none(submitted.applicationId());
    keep(row(none, nobody));
    keep(row(written, nobody));
    keep(row(none, nobody));
    assertTrue(listed(ApplicationState.SUBMITTED).getFirst().unread());
    keep(row(read, nobody));
    keep(row(written, nobody));
    assertFalse(listed(ApplicationState.SUBMITTED).getFirst().unread());
  }

  @Test
  void whatIsOverIsAmongTheUnreadFromAMessageUntilItIsRead() {
    Conversation written = new Conversation(submitted.applicationId(), 1, 1, 1, 0, 0, 0, null);
    Conversation read = new Conversation(submitted.applicationId(), 2, 1, 1, 0, 0, 1, null);
    Assignment nobody = Assignment.none(submitted.applicationId());
    Application over = submitted.advanced(ApplicationState.REJECTED, null);
    keep(row(written, nobody));
    assertEquals(List.of(), store().overAndUnread(division, 10), "the open list shows it");
    DeskRow unread = DeskRow.of(over, Holds.NONE, written, nobody);
    keep(unread);
    assertEquals(List.of(unread), store().overAndUnread(division, 10));
    assertEquals(List.of(), store().overAndUnread("d-" + UUID.randomUUID(), 10));
    keep(DeskRow.of(over, Holds.NONE, read, nobody));
    assertEquals(List.of(), store().overAndUnread(division, 10));
    keep(unread);
    assertEquals(List.of(), store().overAndUnread(division, 10), "an older row changes nothing");
  }

  @Test
  void showsWhoWorksOnItAndItsLabelsWhicheverOfBothIsTold() {
    Conversation none = Conversation.none(submitted.applicationId());
    Assignment nobody = Assignment.none(submitted.applicationId());
    Assignment taken = nobody.assignedTo(new Assignment.Assignee("s-1", "鈴木　一郎"));
    Assignment labelled = taken.labelled(List.of("要確認", "書類待ち"));
    keep(row(none, labelled));
    keep(row(none, taken));
    assertEquals(List.of(row(none, labelled)), listed(ApplicationState.SUBMITTED));
    Assignment given = labelled.assignedTo(null).labelled(List.of());
    keep(row(none, given));
    keep(row(none, labelled));
    assertEquals(List.of(row(none, given)), listed(ApplicationState.SUBMITTED));
  }

  @Test
  void ofSeveralAtOnceThoseThatAreOvertakenAreLeftOutAndTheOthersAreKept() {
    List<DeskRow> late = new ArrayList<>();
    Set<DeskRow> newest = new HashSet<>();
    for (int i = 0; i < 10; i++) {
      Application one = SampleApplications.submitted(null, division);
      late.add(row(one, Holds.NONE));
      if (i % 3 == 0) {
        DeskRow accepted = row(one.advanced(ApplicationState.ACCEPTED, null), Holds.NONE);
        keep(accepted);
        newest.add(accepted);
      }
    }
    store().keep(late);
    assertEquals(newest, Set.copyOf(listed(ApplicationState.ACCEPTED)));
    assertEquals(6, listed(ApplicationState.SUBMITTED).size());
    store().keep(List.of());
  }

  @Test
  void takesARowThatIsAsNewSoThatOneThatWasWrittenWronglyCanBeMended() {
    DeskRow right = row(submitted, Holds.NONE);
    keep(
        new DeskRow(
            right.applicationId(),
            right.version(),
            division,
            right.receiptNumber(),
            right.procedureId(),
            "wrong",
            right.applicantName(),
            right.arrivedAt(),
            right.period(),
            right.holds(),
            right.written(),
            right.untold(),
            right.unread(),
            right.assignee(),
            right.labels()));
    keep(right);
    assertEquals(List.of(right), listed(ApplicationState.SUBMITTED));
  }

  @Test
  void listsEveryRowOfADivisionAndStateOnceOldestFirstOverAllPages() {
    Set<String> all = new HashSet<>();
    for (int i = 0; i < 101; i++) {
      Application one = SampleApplications.submitted(null, division);
      all.add(one.applicationId());
      keep(row(one, Holds.NONE));
      keep(row(SampleApplications.submitted(null, division + "-b"), Holds.NONE));
    }
    List<DeskRow> seen = new ArrayList<>();
    String cursor = null;
    int pages = 0;
    do {
      DeskStore.Page page = store().page(division, ApplicationState.SUBMITTED, cursor, 50);
      seen.addAll(page.rows());
      cursor = page.cursor();
      pages++;
    } while (cursor != null);
    assertTrue(pages > 1);
    assertEquals(101, seen.size());
    assertEquals(all, seen.stream().map(DeskRow::applicationId).collect(Collectors.toSet()));
    List<Instant> arrivals = seen.stream().map(DeskRow::arrivedAt).toList();
    assertEquals(arrivals.stream().sorted().toList(), arrivals);
  }

  @Test
  void keepsEveryCodePointOfANameThatNormalisingOrFoldingWouldChange() {
    DeskRow row = row(submitted, Holds.NONE);
    assertTrue(row.applicantName().codePoints().anyMatch(c -> c > 0xF8FF), row.applicantName());
    keep(row);
    assertEquals(
        row.applicantName(), listed(ApplicationState.SUBMITTED).getFirst().applicantName());
  }
}
