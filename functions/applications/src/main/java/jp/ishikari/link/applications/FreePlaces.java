package jp.ishikari.link.applications;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import jp.ishikari.link.domain.Part;
import jp.ishikari.link.domain.Place;
import jp.ishikari.link.domain.PlaceStore;
import jp.ishikari.link.domain.Procedure;

/** Places of a procedure that takes a limited number of applications (定員). */
record FreePlaces(PlaceStore places, RandomGenerator random) {

  /** Any free place, so that those who come at once seldom want the same one. */
  Optional<Place> draw(Procedure procedure, String holder) {
    String round = procedure.round();
    Set<Integer> held = places.held(round).keySet();
    List<Integer> free =
        IntStream.rangeClosed(1, procedure.release().capacity())
            .filter(number -> !held.contains(number))
            .boxed()
            .toList();
    return free.isEmpty()
        ? Optional.empty()
        : Optional.of(new Place(round, free.get(random.nextInt(free.size())), holder));
  }

  Part<PlaceStore.NotTaken> taking(Place place, String applicationId) {
    return places.taking(place, applicationId);
  }
}
