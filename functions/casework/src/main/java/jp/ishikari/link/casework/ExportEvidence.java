package jp.ishikari.link.casework;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.ishikari.link.domain.Application;
import jp.ishikari.link.domain.ApplicationEvent;
import jp.ishikari.link.domain.ApplicationStore;
import jp.ishikari.link.domain.Outcome;
import jp.ishikari.link.domain.signing.Evidence;
import jp.ishikari.link.domain.signing.EvidenceFile;
import jp.ishikari.link.domain.signing.EvidenceSeal;
import jp.ishikari.link.domain.signing.EvidenceStore;
import jp.ishikari.link.domain.signing.Signature;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Log;
import jp.ishikari.link.edge.LogField;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.OwnCase;
import jp.ishikari.link.edge.Problem;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;

/**
 * 署名の証拠 of one case as a file, for whoever has to prove or to check the signatures elsewhere. It
 * changes nothing about the case, so it is no step of its life; who took it is written to the log.
 */
@Contract(response = EvidenceFile.class)
record ExportEvidence(
    ApplicationStore applications, EvidenceStore evidence, EvidenceSeal seal, InstantSource clock)
    implements Operation {
  private static final Log LOG = Log.of(ExportEvidence.class);

  @Override
  public Response run(Request request) {
    return OwnCase.find(applications, request)
        .then(
            application ->
                application.signature() == null
                    ? Outcome.failure(Problem.NOT_FOUND.response())
                    : Outcome.success(application))
        .fold(refusal -> refusal, application -> file(application, request.staff().staffId()));
  }

  private Response file(Application application, String staffId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    LOG.info(
        "evidence exported",
        Log.fields(LogField.APPLICATION_ID, LogField.VERSION, LogField.STAFF_ID),
        application.applicationId(),
        application.version(),
        staffId);
    return Response.ok(
            new EvidenceFile(
                application.applicationId(),
                application.receiptNumber(),
                application.procedureId(),
                application.procedureName(),
                now,
                staffId,
                versions(application)))
        .with(
            "Content-Disposition",
            "attachment; filename=\"evidence-" + application.receiptNumber() + ".json\"");
  }

  /** The oldest first. */
  private List<EvidenceFile.Version> versions(Application application) {
    SortedMap<Integer, Evidence> kept = evidence.find(application.applicationId());
    Map<Integer, ApplicationEvent> history =
        applications.history(application.applicationId()).stream()
            .collect(Collectors.toMap(ApplicationEvent::version, Function.identity()));
    List<EvidenceFile.Version> versions = new ArrayList<>();
    Stream.iterate(application.signature(), one -> one != null, Signature::earlier)
        .forEach(
            one ->
                versions.addFirst(
                    version(one, kept.get(one.version()), history.get(one.version()))));
    return versions;
  }

  private EvidenceFile.Version version(
      Signature signature, Evidence proof, ApplicationEvent event) {
    return new EvidenceFile.Version(
        signature.version(),
        event.event().type().happened(),
        event.at(),
        proof.provider(),
        proof.content(),
        signature.digest(),
        proof.signature(),
        proof.signedAttributes(),
        proof.hashForm(),
        signature.verifiedAt(),
        proof.policy(),
        signature.revocation(),
        signature.revocation().verdict(),
        signature.stale(),
        signature.card(),
        signature.matches(),
        signature.resolution(),
        proof.certificate(),
        proof.sealed() == null ? null : seal.open(signature.digest(), proof.sealed()));
  }
}
