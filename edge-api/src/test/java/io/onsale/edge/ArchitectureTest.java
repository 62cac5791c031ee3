package io.onsale.edge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses EDGE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.onsale.edge");

    @Test
    void knowsNoOtherModuleThanSchemas() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.onsale.topologies..",
                        "io.onsale.ml..",
                        "io.onsale.analytics..",
                        "io.onsale.standalone..",
                        "io.onsale.benchmarks..")
                .check(EDGE);
    }

    @Test
    void keepsItsPackagesFreeOfCycles() {
        slices().matching("io.onsale.edge.(*)..").should().beFreeOfCycles().check(EDGE);
    }

    @Test
    void letsViewsKnowNothingOfThoseWhoAskThem() {
        noClasses()
                .that()
                .resideInAPackage("io.onsale.edge.views..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.onsale.edge.routes..", "io.onsale.edge.reads..", "io.onsale.edge.log..")
                .check(EDGE);
    }

    @Test
    void letsRoutesSpeakToTheLogThroughItsInterfaceOnly() {
        noClasses()
                .that()
                .resideInAnyPackage("io.onsale.edge.routes..", "io.onsale.edge.reads..", "io.onsale.edge.auth..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.kafka..")
                .check(EDGE);
    }

    @Test
    void readsNoEnvironment() {
        noClasses().should().callMethod(System.class, "getenv").check(EDGE);
        noClasses().should().callMethod(System.class, "getenv", String.class).check(EDGE);
        noClasses()
                .should()
                .callMethod(System.class, "getProperty", String.class)
                .check(EDGE);
    }

    @Test
    void neverSleeps() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(EDGE);
    }
}
