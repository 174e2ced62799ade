package dev.perfbudget.runner.doctor.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Spoils;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of JVMs by their properties, and of environment variables. */
class JvmRulesTest {

    private static final Path JAVA = Path.of("/opt/jdk/bin/java");
    private static final String GOOD =
            """
            Property settings:
                java.library.path = /usr/java/packages/lib
                    /usr/lib64
                java.specification.version = 21
                java.version = 21.0.4
                java.vendor = Acme
                java.vm.info = mixed mode, sharing
                java.vm.name = OpenJDK 64-Bit Server VM
                java.vm.version = 21.0.4+7
                jdk.debug = release
                sun.arch.data.model = 64

            openjdk version "21.0.4" 2024-07-16
            """;

    @Test
    void a_jvm_as_production_has_it_is_in_order() {
        assertThat(findings(GOOD, Map.of())).isEmpty();
    }

    @Test
    void the_jvm_of_this_test_tells_its_properties_and_is_in_order() {
        var own = JvmProperties.of(Path.of(System.getProperty("java.home"), "bin", "java"));

        assertThat(own.value("java.vm.version")).contains(System.getProperty("java.vm.version"));
        assertThat(own.value("gc")).isPresent();
        assertThat(new WordSize(own).look()).isEmpty();
        assertThat(new KindOfJvm(own).look()).isEmpty();
    }

    @Test
    void where_no_jvm_starts_nothing_can_be_measured_and_nothing_is_taken_for_good() {
        var none = JvmProperties.of(Path.of("/no/such/java"));
        var spoilt = new TreeMap<String, Spoils>();
        JvmRules.about(none, Map.of())
                .forEach(rule -> rule.look().forEach(finding -> spoilt.put(rule.name(), finding.spoils())));

        assertThat(spoilt)
                .containsOnly(
                        Map.entry("JDK of the forks", Spoils.MEASURING),
                        Map.entry("64 bits", Spoils.UNKNOWN),
                        Map.entry("kind of JVM", Spoils.UNKNOWN));
    }

    @ParameterizedTest(name = "{1} instead of {0}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "java.specification.version = 21 | java.specification.version = 1.8 | MEASURING | Java [21.0.4]",
                "java.version = 21.0.4           | java.version = 26-ea             | STORED    | [26-ea]",
                "sun.arch.data.model = 64        | sun.arch.data.model = 32         | ALL       | [32] bits",
                "OpenJDK 64-Bit Server VM        | OpenJDK Client VM                | ALL       | [OpenJDK Client VM]",
                "mixed mode, sharing             | interpreted mode                 | ALL       | [interpreted mode]",
                "jdk.debug = release             | jdk.debug = fastdebug            | ALL       | [fastdebug]",
            })
    void what_production_would_not_run_on_is_found(String before, String after, Spoils spoils, String words) {
        assertThat(findings(GOOD.replace(before, after), Map.of()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.spoils()).isEqualTo(spoils);
                    assertThat(finding.found()).contains(words);
                });
    }

    @Test
    void options_of_environment_variables_are_told_by_what_they_do_and_without_secrets() {
        var findings = findings(
                GOOD,
                Map.of(
                        "JAVA_TOOL_OPTIONS", "-javaagent:/opt/apm.jar -Dapm.token=secret",
                        "JDK_JAVA_OPTIONS", "-ea -Xmx2g"));

        assertThat(findings).extracting(Finding::spoils).containsExactly(Spoils.STORED, Spoils.STORED, Spoils.NOTHING);
        assertThat(findings.get(0).found()).contains("[-javaagent:/opt/apm.jar in JAVA_TOOL_OPTIONS]");
        assertThat(findings.get(1).found()).contains("[-ea in JDK_JAVA_OPTIONS]");
        assertThat(findings.get(2).found())
                .contains("-Dapm.token in JAVA_TOOL_OPTIONS", "-Xmx2g in JDK_JAVA_OPTIONS")
                .doesNotContain("secret");
    }

    private static List<Finding> findings(String settings, Map<String, String> environment) {
        return JvmRules.about(new JvmProperties(JAVA, JvmProperties.read(settings)), environment).stream()
                .flatMap(rule -> rule.look().stream())
                .toList();
    }
}
