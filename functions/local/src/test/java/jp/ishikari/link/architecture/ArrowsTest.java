package jp.ishikari.link.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;
import jp.ishikari.link.blueprint.Capability;
import jp.ishikari.link.blueprint.Names;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The arrows that are allowed (design §2), over the compiled classes of every module. */
class ArrowsTest {
  private static final String ROOT = "jp.ishikari.link.";
  private static final String[] CAPABILITIES =
      Arrays.stream(Capability.values()).map(c -> Names.packageOf(c) + "..").toArray(String[]::new);

  private static final String[] ADAPTERS =
      Arrays.stream(Capability.values())
          .map(c -> Names.packageOf(c) + ".store..")
          .toArray(String[]::new);

  private static final JavaClasses CITY = CityClasses.ALL;

  @Test
  void theBlueprintNeedsNothingButTheJdk() {
    only("blueprint", "blueprint");
  }

  @Test
  void theFormLanguageNeedsNothingButTheJdk() {
    only("forms", "forms");
  }

  @Test
  void theDomainNeedsNothingButTheJdkTheBlueprintAndTheFormLanguage() {
    only("domain", "domain", "blueprint", "forms");
  }

  @Test
  void theVerifierOfSignaturesKnowsNoCloudAndTheTestAuthorityNobodyOfOurs() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "signature..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("jp.ishikari.link..", "software.amazon..", "org.springframework..")
                .and(
                    not(
                        resideInAnyPackage(
                            ROOT + "signature..", ROOT + "domain..", ROOT + "forms.."))))
        .check(CITY);
    noClasses()
        .that()
        .resideInAPackage(ROOT + "testauthority..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("jp.ishikari.link..")
                .and(not(resideInAnyPackage(ROOT + "testauthority.."))))
        .check(CITY);
  }

  private static void only(String of, String... ours) {
    String[] allowed = new String[ours.length + 2];
    allowed[0] = "java..";
    // Only says that something may be null; there is no code in it.
    allowed[1] = "org.jspecify.annotations";
    for (int i = 0; i < ours.length; i++) {
      allowed[i + 2] = ROOT + ours[i] + "..";
    }
    classes()
        .that()
        .resideInAPackage(ROOT + of + "..")
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed))
        .check(CITY);
  }

  /** It knows what a client throws, because it alone catches; no client, and no adapter. */
  @Test
  void theEdgeTouchesNoCloudClient() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + "edge..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("software.amazon.awssdk..", ROOT + "aws..")
                .and(not(resideInAPackage("software.amazon.awssdk.core.exception"))))
        .check(CITY);
  }

  @ParameterizedTest
  @EnumSource(Capability.class)
  void noCapabilityKnowsAnother(Capability capability) {
    String[] others =
        Arrays.stream(Capability.values())
            .filter(c -> c != capability)
            .map(c -> Names.packageOf(c) + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(Names.packageOf(capability) + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .check(CITY);
  }

  @ParameterizedTest
  @EnumSource(Capability.class)
  void thePackagesOfACapabilityFormNoCircle(Capability capability) {
    String whole = Names.packageOf(capability);
    slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass type) {
                String its = type.getPackageName();
                return its.equals(whole) || its.startsWith(whole + ".")
                    ? SliceIdentifier.of(its)
                    : SliceIdentifier.ignore();
              }

              @Override
              public String getDescription() {
                return "the packages of " + capability;
              }
            })
        .should()
        .beFreeOfCycles()
        .check(CITY);
  }

  @Test
  void withinACapabilityOnlyTheWiringAndItsOwnAdaptersTouchAws() {
    noClasses()
        .that()
        .resideInAnyPackage(CAPABILITIES)
        .and(not(resideInAnyPackage(ADAPTERS)))
        .and(not(simpleNameEndingWith("Wiring")))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("software.amazon.awssdk..", ROOT + "aws..")
        .check(CITY);
  }

  @Test
  void onlyTheWiringMakesAnAdapterSoThatOperationsKnowPortsAlone() {
    noClasses()
        .that()
        .resideInAnyPackage(CAPABILITIES)
        .and(not(resideInAnyPackage(ADAPTERS)))
        .and(not(simpleNameEndingWith("Wiring")))
        .should()
        .dependOnClassesThat(resideInAnyPackage(ADAPTERS).and(dependOnTheCloud()))
        .check(CITY);
  }

  private static DescribedPredicate<JavaClass> dependOnTheCloud() {
    return DescribedPredicate.describe(
        "depend on clients of the cloud",
        c ->
            c.getDirectDependenciesFromSelf().stream()
                .anyMatch(
                    d ->
                        resideInAnyPackage("software.amazon.awssdk..", ROOT + "aws..")
                            .test(d.getTargetClass())));
  }

  @Test
  void springStandsOnlyAtTheEdgeAndInTheEnginesOfOneMachine() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + "edge..", ROOT + "localcloud..")
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.springframework.."))
        .check(CITY);
  }

  @Test
  void nothingThatRunsInTheCloudKnowsTheCityHallOnOneMachine() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            ROOT + "local..",
            ROOT + "localcloud..",
            ROOT + "testkit..",
            ROOT + "testauthority..",
            ROOT + "bench..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "local..",
            ROOT + "localcloud..",
            ROOT + "testkit..",
            ROOT + "testauthority..",
            ROOT + "bench..")
        .check(CITY);
  }
}
