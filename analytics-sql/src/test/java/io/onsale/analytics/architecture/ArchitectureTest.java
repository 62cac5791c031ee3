package io.onsale.analytics.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.onsale.analytics");

    @Test
    void knowsNobodyOfOursButTheSchemas() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.onsale.analytics..",
                        "io.onsale.schemas..",
                        "java..",
                        "org.apache.avro..",
                        "org.apache.kafka.clients..",
                        "org.apache.kafka.common..",
                        "com.fasterxml.jackson.core..",
                        "io.prometheus.client..",
                        "org.slf4j..",
                        "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching("io.onsale.analytics.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void rowsKnowNoParticularEvent() {
        noClasses()
                .that()
                .resideInAPackage("..analytics.rows..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.onsale.schemas.accounts..",
                        "io.onsale.schemas.catalogue..",
                        "io.onsale.schemas.inventory..",
                        "io.onsale.schemas.journeys..")
                .check(CLASSES);
    }

    @Test
    void nobodyReadsTheEnvironment() {
        noClasses()
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(CLASSES);
    }
}
