package io.onsale.topologies;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.onsale.topologies.kit.domain.Table;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ROOT = "io.onsale.topologies.";
    private static final String DOMAINS = "io.onsale.topologies..domain..";
    private static final String KIT = "io.onsale.topologies.kit..";
    /** The rules of a line, pure Java too. */
    private static final String WAITING = "io.onsale.waiting..";

    /** What the edge and a decider have to bound alike, and the prices that one previews and the other locks. */
    private static final String[] SHARED = {"io.onsale.schemas.bounds..", "io.onsale.schemas.prices.."};

    private static final String SHOW = "io.onsale.topologies.show..";
    private static final Set<String> WRITES = Set.of("put", "putAll", "putIfAbsent", "remove", "delete");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.onsale.topologies");

    @Test
    void domainsArePureJava() {
        classes()
                .that()
                .resideInAPackage(DOMAINS)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", WAITING, DOMAINS, SHARED[0], SHARED[1])
                .check(CLASSES);
    }

    @Test
    void whatDomainsShareWithTheEdgeIsPureJavaToo() {
        classes()
                .that()
                .resideInAnyPackage(SHARED)
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java.lang..", "java.util..", "java.time..", "org.jspecify..")
                                .or(resideInAnyPackage(SHARED)))
                .check(new ClassFileImporter().importPackages("io.onsale.schemas.bounds", "io.onsale.schemas.prices"));
    }

    @Test
    void domainsKnowNoClockNoChanceAndNoWorldOutside() {
        noClasses()
                .that()
                .resideInAPackage(DOMAINS)
                .should()
                .callMethodWhere(call("reads a clock or throws dice", ArchitectureTest::isClockOrDice))
                .orShould()
                .dependOnClassesThat(resideInAnyPackage("java.io..", "java.net..", "java.nio.file..", "java.sql.."))
                .check(CLASSES);
    }

    @Test
    void topologiesMeetAtTopicsAndNowhereElse() {
        slices().matching(ROOT + "(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAnyPackage(KIT, SHOW))
                .check(CLASSES);
    }

    @Test
    void theKitKnowsNoTopology() {
        noClasses()
                .that()
                .resideInAPackage(KIT)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(ROOT + ".").and(DescribedPredicate.not(resideInAnyPackage(KIT))))
                .check(CLASSES);
    }

    @Test
    void nobodyReadsTheEnvironment() {
        noClasses()
                .should()
                .callMethodWhere(call(
                        "reads the environment",
                        call -> call.getTargetOwner().isEquivalentTo(System.class)
                                && Set.of("getenv", "getProperty", "getProperties")
                                        .contains(call.getName())))
                .check(CLASSES);
    }

    @Test
    void onlyAppliersAndTheKitWriteToTables() {
        noClasses()
                .that()
                .resideOutsideOfPackage(KIT)
                .and(DescribedPredicate.not(simpleNameEndingWith("Book")
                        .or(simpleNameEndingWith("Books"))
                        .or(simpleNameEndingWith("Ledger"))
                        .or(assignableTo(Table.class))))
                .should()
                .callMethodWhere(call("writes to a table", call -> writes(call, Table.class)))
                .check(CLASSES);
    }

    @Test
    void onlyTheKitWritesToStores() {
        noClasses()
                .that()
                .resideOutsideOfPackage(KIT)
                .should()
                .callMethodWhere(call("writes to a store", call -> writes(call, KeyValueStore.class)))
                .check(CLASSES);
    }

    private static boolean writes(JavaMethodCall call, Class<?> what) {
        return call.getTargetOwner().isAssignableTo(what) && WRITES.contains(call.getName());
    }

    private static boolean isClockOrDice(JavaMethodCall call) {
        JavaClass owner = call.getTargetOwner();
        String name = call.getName();
        return switch (owner.getName()) {
            case "java.lang.Math" -> name.equals("random");
            case "java.lang.System" -> true;
            default ->
                owner.isAssignableTo(Clock.class)
                        || owner.isAssignableTo(RandomGenerator.class)
                        || (owner.getPackageName().equals("java.time") && name.equals("now"))
                        || (owner.isEquivalentTo(UUID.class) && name.equals("randomUUID"));
        };
    }

    private static DescribedPredicate<JavaMethodCall> call(String what, Predicate<JavaMethodCall> test) {
        return DescribedPredicate.describe(what, test);
    }
}
