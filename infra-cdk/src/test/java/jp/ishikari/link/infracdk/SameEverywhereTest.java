package jp.ishikari.link.infracdk;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Another order alone would deploy every API anew. */
class SameEverywhereTest {

  @Test
  void nothingIsMadeFromCollectionsWhoseOrderDiffersFromOneVirtualMachineToTheNext() {
    noClasses()
        .should()
        .callMethodWhere(
            target(nameMatching("of|ofEntries|copyOf"))
                .and(
                    target(
                        owner(
                            JavaClass.Predicates.type(Map.class)
                                .or(JavaClass.Predicates.type(Set.class))))))
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("jp.ishikari.link.infracdk"));
  }
}
