package jp.ishikari.link.localcloud.idp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import jp.ishikari.link.localcloud.wire.Json;
import tools.jackson.core.JacksonException;

/** The people of one provider, in the order of their file. */
record People(List<Person> all) {

  static People read(Optional<Path> folder, ProviderKind kind) throws IOException {
    if (folder.isEmpty()) {
      return new People(List.of());
    }
    var file = folder.get().resolve(kind.peopleFile());
    if (!Files.isRegularFile(file)) {
      throw new IOException("The folder of people has no " + kind.peopleFile() + ".");
    }
    try {
      var bytes = Files.readAllBytes(file);
      List<Person> people =
          switch (kind) {
            case STAFF -> List.of(Json.read(bytes, Person.Staff[].class));
            case RESIDENT -> List.of(Json.read(bytes, Person.Resident[].class));
            case XID ->
                Arrays.stream(Json.read(bytes, Person.Resident[].class))
                    .<Person>map(Person.WithXid::new)
                    .toList();
          };
      check(people, kind);
      return new People(people);
    } catch (JacksonException e) {
      throw new IOException(kind.peopleFile() + " is not JSON of the documented shape.", e);
    }
  }

  Optional<Person> bySignInName(String name) {
    return all.stream().filter(person -> person.signInName().equals(name)).findFirst();
  }

  Optional<Person> bySub(String sub) {
    return all.stream().filter(person -> person.sub().equals(sub)).findFirst();
  }

  private static void check(List<Person> people, ProviderKind kind) throws IOException {
    var subs = new HashSet<String>();
    var names = new HashSet<String>();
    for (var person : people) {
      if (person.sub() == null
          || person.name() == null
          || person.signInName() == null
          || person.secret() == null) {
        throw new IOException(kind.peopleFile() + " has an entry with a field missing.");
      }
      if (!subs.add(person.sub()) || !names.add(person.signInName())) {
        throw new IOException(kind.peopleFile() + " has two entries with the same id.");
      }
    }
  }
}
