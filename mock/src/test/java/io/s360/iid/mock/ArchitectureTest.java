package io.s360.iid.mock;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.s360.iid.mock.misfits.Cyclic;
import io.s360.iid.mock.misfits.Impatient;
import io.s360.iid.mock.misfits.Springy;
import io.s360.iid.mock.misfits.Spying;
import io.s360.iid.mock.misfits.answer.Sticky;
import io.s360.iid.mock.misfits.other.Back;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static final JavaClasses MOCK = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.s360.iid.mock");

    private static final ArchRule MOCK_NEVER_SEES_SERVER =
            noClasses().should().dependOnClassesThat().resideInAPackage("io.s360.iid.server..");

    private static final ArchRule MOCK_IS_NO_SPRING_APPLICATION =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.springframework..");

    private static final ArchRule DECISIONS_KNOW_NOTHING_OF_WIREMOCK = noClasses()
            .that()
            .resideInAnyPackage(
                    "..mock.admin..",
                    "..mock..answer..",
                    "..mock.client..",
                    "..mock.fault..",
                    "..mock.lifecycle..",
                    "..mock.refusal..",
                    "..mock.tenant..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.github.tomakehurst..", "wiremock..");

    private static final ArchRule TIME_IS_INJECTED = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    private static final ArchRule ROOMS_HAVE_NO_CIRCLES =
            slices().matching("io.s360.iid.mock.(**)").should().beFreeOfCycles();

    /** Each rule with a class that breaks it. */
    private static final Map<ArchRule, Class<?>[]> MISFITS = Map.of(
            MOCK_NEVER_SEES_SERVER, new Class<?>[] {Spying.class},
            MOCK_IS_NO_SPRING_APPLICATION, new Class<?>[] {Springy.class},
            DECISIONS_KNOW_NOTHING_OF_WIREMOCK, new Class<?>[] {Sticky.class},
            TIME_IS_INJECTED, new Class<?>[] {Impatient.class},
            ROOMS_HAVE_NO_CIRCLES, new Class<?>[] {Cyclic.class, Back.class});

    @TestFactory
    Stream<DynamicTest> keepsEachRule() {
        return MISFITS.keySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(MOCK)));
    }

    @TestFactory
    Stream<DynamicTest> wouldNoticeEachBreach() {
        return MISFITS.entrySet().stream()
                .map(misfit -> DynamicTest.dynamicTest(misfit.getKey().getDescription(), () -> {
                    JavaClasses misfits = new ClassFileImporter().importClasses(misfit.getValue());
                    assertThat(misfit.getKey().evaluate(misfits).hasViolation()).isTrue();
                }));
    }
}
