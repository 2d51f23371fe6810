package jp.ishikari.link.casework;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.ishikari.link.blueprint.Access;
import jp.ishikari.link.domain.Actor;
import jp.ishikari.link.domain.Applicant;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.EarlierAnswers;
import jp.ishikari.link.domain.EarlierAnswersStore;
import jp.ishikari.link.domain.EnteredByStaff;
import jp.ishikari.link.domain.HoldStore;
import jp.ishikari.link.domain.Lacking;
import jp.ishikari.link.domain.Lifecycle;
import jp.ishikari.link.domain.MissedNotice;
import jp.ishikari.link.domain.Procedure;
import jp.ishikari.link.domain.ProcedureStore;
import jp.ishikari.link.domain.ProvenPerson;
import jp.ishikari.link.domain.Step;
import jp.ishikari.link.domain.UndeliveredNotices;
import jp.ishikari.link.domain.assignment.Assignments;
import jp.ishikari.link.domain.conversation.Conversations;
import jp.ishikari.link.domain.counter.AtCounter;
import jp.ishikari.link.domain.counter.Attestation;
import jp.ishikari.link.domain.counter.IdentityDocument;
import jp.ishikari.link.domain.signing.Signature;
import jp.ishikari.link.edge.Caller;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnCase;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.forms.Field;
import jp.ishikari.link.forms.FormDefinition;
import jp.ishikari.link.forms.FormReading;
import org.jspecify.annotations.Nullable;

/**
 * One case: answers by the form they were given to, what happened and by whom, what can be decided.
 */
@Contract(response = ReadCase.Detail.class)
record ReadCase(
    ApplicationStore applications,
    EarlierAnswersStore earlier,
    HoldStore holds,
    ProcedureStore procedures,
    UndeliveredNotices undelivered,
    Conversations conversations,
    Assignments assignments,
    CaseLine.Maker lines)
    implements Operation {

  /** One event as staff see it. */
  record Happened(Instant at, String type, @Nullable String by, @Nullable String reason) {
    static Happened of(ApplicationEvent e) {
      return new Happened(
          e.at(),
          e.event().type().happened(),
          e.actor() == Actor.RESIDENT ? resident(e) : e.actorName(),
          e.reason());
    }

    /** Whoever takes an application over needs only its code, so staff are told who it was. */
    private static String resident(ApplicationEvent e) {
      if (e.step() != Step.CLAIM) {
        return "申請者";
      }
      return e.actorName() == null ? "本人確認をしていないログインの方" : e.actorName() + "さん（マイナンバーカードなどで確認）";
    }
  }

  /**
   * How it came in at the counter; documents in words.
   *
   * @param person whose documents they were
   */
  private record Counter(
      String terminalName,
      @Nullable String person,
      @Nullable LocalDate birthDate,
      @Nullable List<String> documents,
      @Nullable String by,
      @Nullable Instant at) {
    static Counter of(AtCounter c) {
      if (c == null) {
        return null;
      }
      Attestation found = c.attestation();
      return found == null
          ? new Counter(c.terminalName(), null, null, null, null, null)
          : new Counter(
              c.terminalName(),
              found.name(),
              found.birthDate(),
              documents(found),
              found.staffName(),
              found.at());
    }

    private static List<String> documents(Attestation found) {
      return found.documents().stream()
          .map(
              one ->
                  one == IdentityDocument.OTHER
                      ? one.label() + "（" + found.other() + "）"
                      : one.label())
          .toList();
    }
  }

  /**
   * A correction that came, as it is compared with what is answered now or after the next one.
   *
   * @param at when it came
   * @param reason what staff had asked for
   * @param asked paths of what was to be corrected
   * @param before what was answered until then
   */
  record Corrected(Instant at, String reason, List<String> asked, Map<String, Object> before) {
    static Corrected of(EarlierAnswers earlier) {
      return new Corrected(
          earlier.correctedAt(),
          earlier.asked().reason(),
          earlier.asked().fields(),
          earlier.answers());
    }
  }

  /**
   * How staff entered it; the way in words.
   *
   * @param reason why its day of receipt is earlier than the day it was entered on
   */
  private record Entered(String channel, String by, @Nullable String reason) {
    static Entered of(EnteredByStaff e) {
      return e == null ? null : new Entered(e.channel().label(), e.staffName(), e.reason());
    }
  }

  /** How it is known who applied, the surest way first. */
  enum Proof {
    /** Staff looked at their documents. */
    AT_COUNTER,
    /** They signed in with the card or with what is worth as much. */
    VERIFIED,
    /** A paper says so, or somebody on the telephone. */
    ENTERED,
    /** They signed in, but showed nobody who they are. */
    SIGNED_IN,
    /** Not at all. */
    NONE;

    static Proof of(Application a) {
      if (a.counter() != null && a.counter().attestation() != null) {
        return AT_COUNTER;
      }
      if (a.verified()) {
        return VERIFIED;
      }
      if (a.enteredForNobodyElse()) {
        return ENTERED;
      }
      return a.accountId() == null ? NONE : SIGNED_IN;
    }
  }

  /**
   * @param proven whom the card showed them to be; null where none was read
   * @param contradicted names of the questions whose answers say that it is about somebody else
   *     than who proved themselves
   * @param corrections the newest first
   * @param mailed whether notices reach the applicant by mail; who has an account sees them there
   *     too
   * @param entered how staff entered it; null when the applicant did
   * @param lacking what the form asks and its paper does not say
   * @param evidence whether there is evidence of signatures that this clerk may take out
   */
  record Detail(
      @JsonUnwrapped CaseLine line,
      Proof proof,
      @Nullable ProvenPerson proven,
      List<String> contradicted,
      boolean mailed,
      int formVersion,
      Map<String, Object> form,
      Map<String, Object> answers,
      List<Corrected> corrections,
      @Nullable Integer fee,
      List<Happened> timeline,
      Application.@Nullable Returned returned,
      @Nullable Signature signature,
      @Nullable Boolean signatureOpen,
      @Nullable Counter counter,
      @Nullable Entered entered,
      List<Lacking> lacking,
      boolean evidence,
      List<MissedNotice> missed,
      List<Step> actions) {}

  @Override
  public Response run(Request request) {
    return OwnCase.find(applications, request)
        .fold(refusal -> refusal, a -> Response.ok(detail(a, request.staff())));
  }

  private Detail detail(Application a, Caller.Staff staff) {
    List<ApplicationEvent> history = applications.history(a.applicationId());
    boolean decides = Access.REVIEWER.opensTo(staff.roles());
    Procedure version = procedures.version(a.procedureId(), a.formVersion()).orElseThrow();
    return new Detail(
        lines.of(
            a,
            holds.of(a.applicationId()),
            conversations.of(a.applicationId()),
            assignments.of(a.applicationId())),
        Proof.of(a),
        a.proven(),
        contradicted(a, version),
        a.notifyAddress() != null,
        a.formVersion(),
        version.residentForm(),
        a.answers(),
        earlier.of(a.applicationId()).stream().map(Corrected::of).toList(),
        a.fee(),
        history.stream().map(Happened::of).toList(),
        a.returned(),
        a.signature(),
        a.signature() == null ? null : a.signature().open(),
        Counter.of(a.counter()),
        Entered.of(a.entered()),
        a.lacking(),
        a.signature() != null && Access.EVIDENCE_READER.opensTo(staff.roles()),
        MissedNotice.of(undelivered.of(a.applicationId()), history),
        decides ? steps(a) : List.of());
  }

  /**
   * It may be an application for one's child, or in another's name: that is for the clerk to say.
   */
  private static List<String> contradicted(Application a, Procedure version) {
    return a.proven() == null
        ? List.of()
        : switch (FormDefinition.read(version.form())) {
          case FormReading.Valid(FormDefinition form) ->
              new Applicant(form, a.answers())
                  .contradicting(a.proven()).stream().map(Field::label).toList();
          case FormReading.Refused(var findings) ->
              throw new IllegalStateException("a published form is refused: " + findings);
        };
  }

  private static List<Step> steps(Application a) {
    boolean open = Decision.hasOpenSignature(a);
    Stream<Step> forApplicant =
        a.enteredForNobodyElse()
            ? Lifecycle.steps(a.state(), Actor.STAFF_FOR_APPLICANT).stream()
            : Stream.empty();
    return Stream.concat(Lifecycle.steps(a.state(), Actor.STAFF).stream(), forApplicant)
        .filter(step -> step != (open ? Step.ACCEPT : Step.RESOLVE_SIGNATURE))
        .toList();
  }
}
