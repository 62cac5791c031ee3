package io.onsale.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.onsale");

    @Test
    void onlyTheCommandLineAndChildProcessesReadTheEnvironment() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..standalone.cli..", "..standalone.clickhouse..")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .check(CLASSES);
    }

    @Test
    void theAuditSharesNoRuleWithWhatItAudits() {
        noClasses()
                .that()
                .resideInAPackage("..standalone.audit..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.onsale.topologies..",
                        "io.onsale.edge..",
                        "io.onsale.waiting..",
                        "io.onsale.schemas.prices..")
                .check(CLASSES);
    }

    @Test
    void theBrokerTheRegistryAndClickHouseKnowNothingOfTicketing() {
        classes()
                .that()
                .resideInAnyPackage("..standalone.kafka..", "..standalone.registry..", "..standalone.clickhouse..")
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages(
                        "io.onsale.topologies..",
                        "io.onsale.edge..",
                        "io.onsale.analytics..",
                        "io.onsale.schemas.inventory..")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineKnowsTheCommandLine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..standalone.cli..", "..benchmarks..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..standalone.cli..")
                .check(CLASSES);
    }

    /** A virtual thread that reads a pipe keeps its carrier, and a machine has as few of those as cores: two such reads stop the edge. */
    @Test
    void noVirtualThreadReadsAChildsPipes() {
        noClasses()
                .that()
                .resideInAnyPackage("..standalone.clickhouse..", "..standalone.gateway..", "..standalone.child..")
                .should()
                .callMethod(Thread.class, "ofVirtual")
                .orShould()
                .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                .check(CLASSES);
    }
}
