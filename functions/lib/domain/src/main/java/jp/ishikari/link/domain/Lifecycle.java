package jp.ishikari.link.domain;

import static jp.ishikari.link.domain.Actor.RESIDENT;
import static jp.ishikari.link.domain.Actor.STAFF;
import static jp.ishikari.link.domain.Actor.STAFF_FOR_APPLICANT;
import static jp.ishikari.link.domain.ApplicationState.ACCEPTED;
import static jp.ishikari.link.domain.ApplicationState.COMPLETED;
import static jp.ishikari.link.domain.ApplicationState.REJECTED;
import static jp.ishikari.link.domain.ApplicationState.RETURNED;
import static jp.ishikari.link.domain.ApplicationState.SUBMITTED;
import static jp.ishikari.link.domain.ApplicationState.WITHDRAWN;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The life of an application as a graph. Each edge names who may take it and, by its step, the
 * event it emits; the same list draws docs/generated/lifecycle.md. What is not an edge cannot
 * happen.
 */
public final class Lifecycle {

  /** One legal move; {@code from} is null for the first. */
  public record Edge(ApplicationState from, Step step, Actor actor, ApplicationState to) {}

  private static final List<Edge> EDGES = Stream.concat(moves(), claims()).toList();

  private Lifecycle() {}

  private static Stream<Edge> moves() {
    return Stream.of(
        new Edge(null, Step.SUBMIT, RESIDENT, SUBMITTED),
        new Edge(null, Step.SUBMIT, STAFF_FOR_APPLICANT, SUBMITTED),
        new Edge(SUBMITTED, Step.RESOLVE_SIGNATURE, STAFF, SUBMITTED),
        new Edge(SUBMITTED, Step.ACCEPT, STAFF, ACCEPTED),
        new Edge(SUBMITTED, Step.RETURN, STAFF, RETURNED),
        new Edge(ACCEPTED, Step.RETURN, STAFF, RETURNED),
        new Edge(RETURNED, Step.CORRECT, RESIDENT, SUBMITTED),
        new Edge(SUBMITTED, Step.CORRECT, STAFF_FOR_APPLICANT, SUBMITTED),
        new Edge(RETURNED, Step.CORRECT, STAFF_FOR_APPLICANT, SUBMITTED),
        new Edge(ACCEPTED, Step.COMPLETE, STAFF, COMPLETED),
        new Edge(SUBMITTED, Step.REJECT, STAFF, REJECTED),
        new Edge(ACCEPTED, Step.REJECT, STAFF, REJECTED),
        // Where a correction never comes (行政手続法7条).
        new Edge(RETURNED, Step.REJECT, STAFF, REJECTED),
        new Edge(SUBMITTED, Step.WITHDRAW, RESIDENT, WITHDRAWN),
        new Edge(RETURNED, Step.WITHDRAW, RESIDENT, WITHDRAWN),
        new Edge(SUBMITTED, Step.WITHDRAW, STAFF_FOR_APPLICANT, WITHDRAWN),
        new Edge(RETURNED, Step.WITHDRAW, STAFF_FOR_APPLICANT, WITHDRAWN));
  }

  /** Wherever it stands, whoever applied may want to follow it. */
  private static Stream<Edge> claims() {
    return Arrays.stream(ApplicationState.values())
        .map(state -> new Edge(state, Step.CLAIM, RESIDENT, state));
  }

  public static List<Edge> edges() {
    return EDGES;
  }

  /** The state a step leads to, or empty when that actor may not take it from there. */
  public static Optional<ApplicationState> next(ApplicationState from, Step step, Actor actor) {
    return EDGES.stream()
        .filter(e -> e.from() == from && e.step() == step && e.actor() == actor)
        .map(Edge::to)
        .findFirst();
  }

  /** What an actor can do from a state, in the graph's order. */
  public static List<Step> steps(ApplicationState from, Actor actor) {
    return EDGES.stream()
        .filter(e -> e.from() == from && e.actor() == actor)
        .map(Edge::step)
        .toList();
  }
}
