package io.onsale.payments.architecture;

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
            .importPackages("io.onsale.payments", "io.onsale.messages", "io.onsale.outbound");

    @Test
    void knowsNobodyOfOursButTheSchemas() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "io.onsale.payments..",
                        "io.onsale.messages..",
                        "io.onsale.outbound..",
                        "io.onsale.schemas..",
                        "java..",
                        "com.sun.net.httpserver..",
                        "org.apache.avro..",
                        "org.apache.kafka.clients..",
                        "org.apache.kafka.common..",
                        "com.fasterxml.jackson..",
                        "io.prometheus.client..",
                        "org.slf4j..",
                        "org.jspecify..")
                .check(CLASSES);
    }

    @Test
    void paymentsAndMessagesDoNotKnowEachOther() {
        noClasses()
                .that()
                .resideInAPackage("io.onsale.messages..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.onsale.payments..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("io.onsale.payments..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.onsale.messages..")
                .check(CLASSES);
    }

    @Test
    void whatPaymentsAndMessagesShareKnowsNeither() {
        noClasses()
                .that()
                .resideInAPackage("io.onsale.outbound..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.onsale.payments..", "io.onsale.messages..")
                .check(CLASSES);
    }

    /** They stand for other companies, who share no code with us but the signature that both have to compute. */
    @Test
    void theSimulatedCompaniesAndTheirClientsShareNoCode() {
        noClasses()
                .that()
                .resideInAPackage("..payments.simulator..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..payments.gateway..",
                        "..payments.simulated..",
                        "..payments.process..",
                        "..payments.toss..",
                        "io.onsale.outbound..",
                        "org.apache..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackage("..payments.simulator..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..payments.simulator..")
                .check(CLASSES);
    }

    @Test
    void thePaymentsProcessKnowsThePortAndNoGateway() {
        noClasses()
                .that()
                .resideInAPackage("..payments.process..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..payments.simulated..", "..payments.toss..")
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCircle() {
        slices().matching("io.onsale.payments.(**)").should().beFreeOfCycles().check(CLASSES);
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
