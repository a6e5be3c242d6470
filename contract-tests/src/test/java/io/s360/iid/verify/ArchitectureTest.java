package io.s360.iid.verify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The arrows between the modules, as the README draws them. */
@AnalyzeClasses(packages = "io.s360.iid", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_MOCK_NEVER_SEES_THE_SERVER = noClasses()
            .that()
            .resideInAPackage("io.s360.iid.mock..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.s360.iid.server..");

    @ArchTest
    static final ArchRule THE_SERVER_NEVER_SEES_THE_MOCK = noClasses()
            .that()
            .resideInAPackage("io.s360.iid.server..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.s360.iid.mock..");

    @ArchTest
    static final ArchRule THE_CONTRACT_SEES_NOBODY = noClasses()
            .that()
            .resideInAPackage("io.s360.iid.contract..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.s360.iid.mock..", "io.s360.iid.server..", "io.s360.iid.verify..", "io.s360.iid.api..");

    @ArchTest
    static final ArchRule ONLY_ONE_CLASS_KNOWS_THE_INDEPENDENT_JUDGE = noClasses()
            .that()
            .doNotHaveSimpleName("IndependentJudge")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.atlassian..");

    /** The packages that the rules name exist, and rules of this form fail where there is a dependency: no misspelt package makes one vacuous. */
    @Test
    void theRulesCanFail() {
        JavaClasses everything = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.s360.iid");

        assertThat(everything.stream().map(type -> type.getPackageName()))
                .contains(
                        "io.s360.iid.mock",
                        "io.s360.iid.server",
                        "io.s360.iid.contract",
                        "io.s360.iid.api",
                        "io.s360.iid.verify.judge");
        assertThat(breaks(everything, "io.s360.iid.verify..", "io.s360.iid.server.."))
                .isTrue();
        assertThat(breaks(everything, "io.s360.iid.verify..", "io.s360.iid.mock.."))
                .isTrue();
        assertThat(breaks(everything, "io.s360.iid.server..", "io.s360.iid.api.."))
                .isTrue();
        assertThat(breaks(everything, "io.s360.iid.verify..", "com.atlassian.."))
                .isTrue();
    }

    private static boolean breaks(JavaClasses classes, String from, String to) {
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage(from)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(to);
        return rule.evaluate(classes).hasViolation();
    }
}
