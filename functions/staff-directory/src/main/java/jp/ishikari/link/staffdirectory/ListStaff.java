package jp.ishikari.link.staffdirectory;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import jp.ishikari.link.domain.Division;
import jp.ishikari.link.domain.DivisionStore;
import jp.ishikari.link.edge.Contract;
import jp.ishikari.link.edge.Operation;
import jp.ishikari.link.edge.Request;
import jp.ishikari.link.edge.Response;
import jp.ishikari.link.staffdirectory.store.StaffRegister;

/**
 * Everybody in the directory, with the divisions there are. A city has some hundreds: the console
 * searches in the answer, so that no name becomes part of an address.
 */
@Contract(response = ListStaff.Lines.class)
record ListStaff(StaffRegister register, DivisionStore divisions, InstantSource clock)
    implements Operation {

  private record DivisionName(String divisionId, String name) {
    static DivisionName of(Division division) {
      return new DivisionName(division.divisionId(), division.name());
    }
  }

  record Lines(List<StaffLine> staff, List<DivisionName> divisions) {}

  @Override
  public Response run(Request request) {
    Instant now = clock.instant();
    return Response.ok(
        new Lines(
            register.all().stream().map(member -> StaffLine.of(member, now)).toList(),
            divisions.all().stream().map(DivisionName::of).toList()));
  }
}
