package dev.perfbudget.integration;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The layers of docs/how-it-works.md, as rules. Every exemption stands here by name with its reason. */
class ArchitectureTest {

    private static final String[] JMH = {"org.openjdk.jmh.."};
    private static final String[] JUNIT = {"org.junit..", "org.opentest4j.."};

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            // The goal [help], made by the build of the Maven plugin from the goals' descriptions.
            .withImportOption(location -> !location.contains("HelpMojo"))
            // HdrHistogram under a name of ours.
            .withImportOption(location -> !location.contains("dev/perfbudget/shaded/"))
            .importPackages("dev.perfbudget");

    @Test
    void every_module_is_looked_at() {
        assertThat(OURS.stream()
                        .map(JavaClass::getPackageName)
                        .map(ArchitectureTest::module)
                        .distinct())
                .contains(
                        "api",
                        "protocol",
                        "agent",
                        "statistics",
                        "model",
                        "judge",
                        "runner",
                        "report",
                        "junit",
                        "cli",
                        "maven");
    }

    private static String module(String packageName) {
        var segments = packageName.split("\\.", -1);
        return segments.length > 2 ? segments[2] : "";
    }

    @Test
    void packages_have_no_cycles() {
        slices().matching("dev.perfbudget.(**)").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void layers_look_downwards_only() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("api")
                .definedBy("dev.perfbudget.api..")
                .layer("protocol")
                .definedBy("dev.perfbudget.protocol..")
                .layer("agent")
                .definedBy("dev.perfbudget.agent..")
                .layer("statistics")
                .definedBy("dev.perfbudget.statistics..")
                .layer("model")
                .definedBy("dev.perfbudget.model..")
                .layer("judge")
                .definedBy("dev.perfbudget.judge..")
                .layer("runner")
                .definedBy("dev.perfbudget.runner..")
                .layer("report")
                .definedBy("dev.perfbudget.report..")
                .layer("junit")
                .definedBy("dev.perfbudget.junit..")
                .layer("cli")
                .definedBy("dev.perfbudget.cli..")
                .layer("maven")
                .definedBy("dev.perfbudget.maven..")
                .whereLayer("api")
                .mayNotAccessAnyLayer()
                .whereLayer("protocol")
                .mayNotAccessAnyLayer()
                .whereLayer("statistics")
                .mayNotAccessAnyLayer()
                .whereLayer("agent")
                .mayOnlyAccessLayers("protocol")
                .whereLayer("model")
                .mayOnlyAccessLayers("statistics")
                .whereLayer("judge")
                .mayOnlyAccessLayers("model", "statistics")
                .whereLayer("runner")
                .mayOnlyAccessLayers("judge", "model", "statistics", "protocol")
                .whereLayer("report")
                .mayOnlyAccessLayers("judge", "model", "statistics")
                .whereLayer("junit")
                .mayOnlyAccessLayers("api", "agent", "protocol")
                .whereLayer("cli")
                .mayOnlyAccessLayers("report", "runner", "judge", "model", "protocol")
                .whereLayer("maven")
                .mayOnlyAccessLayers("report", "runner", "judge", "model", "protocol")
                .check(OURS);
    }

    @Test
    void jmh_types_are_met_in_the_agent_only() {
        confined(JMH, "dev.perfbudget.agent..");
    }

    @Test
    void junit_types_are_met_in_junit_only() {
        // @Testable on the annotation gives the IDE its gutter mark, @ExtendWith tells Jupiter that the test is to be
        // measured: neither is needed at run time. What it names is loaded by Jupiter only.
        noClasses()
                .that(not(resideInAnyPackage("dev.perfbudget.junit.."))
                        .and(not(describe("@PerfBudget", it -> it.getName().equals("dev.perfbudget.api.PerfBudget"))))
                        .and(not(describe(
                                "its extension", it -> it.getName().startsWith("dev.perfbudget.api.InPlace")))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(JUNIT))
                .check(OURS);
    }

    @Test
    void only_junits_public_interface_is_used() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "org.junit.jupiter.engine..",
                        "org.junit.jupiter.params..",
                        "org.junit.platform.commons.util.."))
                .because("bridges that import an engine's inside break with every minor version")
                .check(OURS);
    }

    @Test
    void the_engine_and_its_launcher_work_without_jupiter() {
        noClasses()
                .that(not(resideInAnyPackage("dev.perfbudget.junit.jupiter..", "dev.perfbudget.api..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.junit.jupiter.."))
                .check(OURS);
    }

    @Test
    void histograms_are_met_where_tests_are_measured_in_place_only() {
        confined(new String[] {"org.HdrHistogram..", "dev.perfbudget.shaded.."}, "dev.perfbudget.agent.inplace..");
    }

    @Test
    void oshi_is_met_in_the_environments_package_only() {
        confined(new String[] {"oshi..", "com.sun.jna.."}, "dev.perfbudget.runner.machine..");
    }

    @Test
    void the_json_library_is_met_in_its_own_package_only() {
        confined(new String[] {"tools.jackson..", "com.fasterxml.."}, "dev.perfbudget.model.json..");
    }

    @Test
    void the_template_engine_is_met_in_the_report_only() {
        confined(new String[] {"freemarker.."}, "dev.perfbudget.report..");
    }

    @Test
    void maven_is_met_in_the_plugin_only() {
        confined(new String[] {"org.apache.maven..", "org.eclipse.aether.."}, "dev.perfbudget.maven..");
    }

    @Test
    void classes_are_searched_by_the_plugin_only() {
        confined(new String[] {"io.github.classgraph.."}, "dev.perfbudget.maven..");
    }

    @Test
    void command_lines_are_read_in_the_cli_only() {
        confined(new String[] {"picocli.."}, "dev.perfbudget.cli..");
    }

    @Test
    void bytecode_is_read_in_the_workloads_package_only() {
        confined(new String[] {"org.objectweb.asm.."}, "dev.perfbudget.runner.workload..");
    }

    @Test
    void statistics_knows_numbers_only() {
        classes()
                .that(resideInAPackage("dev.perfbudget.statistics.."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "dev.perfbudget.statistics..",
                        "java..",
                        "org.apache.commons.math3..",
                        "org.apache.commons.statistics..",
                        "org.apache.commons.numbers..",
                        "org.jspecify.."))
                .check(OURS);
    }

    @Test
    void what_runs_in_a_fork_needs_the_jdk_and_jmh_only() {
        classes()
                .that(resideInAnyPackage("dev.perfbudget.agent..", "dev.perfbudget.protocol.."))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "dev.perfbudget.agent..",
                        "dev.perfbudget.protocol..",
                        "java..",
                        "javax.management..",
                        "com.sun.management..",
                        "org.openjdk.jmh..",
                        "org.jspecify..",
                        // Packed into the agent's jar, for what is measured in place.
                        "dev.perfbudget.shaded.."))
                .check(OURS);
    }

    @Test
    void every_package_is_null_marked() {
        assertThat(OURS.stream()
                        .filter(it -> !it.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                        .map(JavaClass::getName))
                .isEmpty();
    }

    private static void confined(String[] thirdParty, String home) {
        noClasses()
                .that(not(resideInAPackage(home)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(thirdParty))
                .check(OURS);
    }
}
