package io.s360.iid.server;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.s360.iid.server.client.Misplaced;
import io.s360.iid.server.session.SpringInTheRules;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The arrows between the rooms. Each rule is held against the server, and against a sample that breaks it. */
class ArchitectureTest {

    private static final String ROOT = "io.s360.iid.server";

    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    private static final ArchRule theRulesOfTheSessionsArePlainJava = classes()
            .that()
            .resideInAPackage(ROOT + ".session")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", ROOT + ".session");

    private static final ArchRule generatedTypesStopAtHttp = noClasses()
            .that()
            .resideOutsideOfPackage("..http")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.s360.iid.api..");

    private static final ArchRule onlyTheStoreSpeaksSql = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT + ".session.store")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..", "javax.sql..", "org.springframework.jdbc..", "org.flywaydb..", "org.h2..");

    private static final ArchRule onlyRefusalMakesStatusesOfFailures = noClasses()
            .that()
            // The management port is no part of the contract.
            .resideOutsideOfPackages(ROOT + ".refusal", ROOT + ".management")
            .should()
            .callMethodWhere(target(nameMatching("setStatus|sendError"))
                    .and(target(owner(assignableTo(HttpServletResponse.class)))))
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.springframework.http.HttpStatus");

    private static final ArchRule timeIsInjected = noClasses()
            .should()
            .callMethodWhere(target(nameMatching("now|system.*"))
                    .and(target(owner(assignableTo(Instant.class).or(assignableTo(Clock.class))))))
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    static Stream<Arguments> rules() {
        return Stream.of(
                arguments(theRulesOfTheSessionsArePlainJava, SpringInTheRules.class),
                arguments(generatedTypesStopAtHttp, Misplaced.GeneratedType.class),
                arguments(onlyTheStoreSpeaksSql, Misplaced.Sql.class),
                arguments(onlyRefusalMakesStatusesOfFailures, Misplaced.Status.class),
                arguments(timeIsInjected, Misplaced.Time.class));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isKeptByTheServer(ArchRule rule, Class<?> sample) {
        rule.check(SERVER);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isBrokenByItsSample(ArchRule rule, Class<?> sample) {
        JavaClasses broken = new ClassFileImporter().importClasses(sample);

        assertThat(rule.evaluate(broken).hasViolation()).isTrue();
    }
}
