package dev.perfbudget.maven.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.json.CommittedFiles;
import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Spoils;
import dev.perfbudget.runner.doctor.jvm.JvmProperties;
import dev.perfbudget.runner.machine.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredBaselineTest {

    private static final Machine MACHINE =
            new Machine("Xeon", 4, 2, 25_276_502_016L, Optional.empty(), "Linux 6.18.44", Optional.empty());
    private static final JvmProperties JVM = new JvmProperties(
            Path.of("java"),
            Map.of(
                    "java.vm.name",
                    "OpenJDK 64-Bit Server VM",
                    "java.vm.version",
                    "21.0.4+7",
                    "java.vendor",
                    "Acme",
                    "gc",
                    "Serial"));
    private static final KnownClass HERE = KnownClass.of(MACHINE, JVM, Optional.of("1.37"));

    @TempDir
    private Path directory;

    @Test
    void what_is_known_before_any_fork_is_machine_jdk_and_jmh() {
        assertThat(HERE.facts())
                .containsOnlyKeys(
                        "cpu.model",
                        "cpu.logical",
                        "cpu.quota",
                        "cpu.smt",
                        "memory.class",
                        "kernel.major",
                        "container",
                        "jdk.build",
                        "jdk.vendor",
                        "gc",
                        "jmh.version")
                .containsEntry("jdk.build", "OpenJDK 64-Bit Server VM 21.0.4+7");
    }

    @Test
    void nothing_accepted_is_worth_knowing() {
        assertThat(found(Optional.of(HERE)).spoils()).isEqualTo(Spoils.NOTHING);
    }

    @Test
    void a_baseline_that_cannot_be_read_spoils_what_is_compared_with_it() throws Exception {
        Files.createDirectories(directory.resolve("perfbudget"));
        Files.writeString(directory.resolve("perfbudget/baseline.json"), "{\"schema\": 1, \"classes\": [");

        assertThat(found(Optional.of(HERE))).satisfies(finding -> {
            assertThat(finding.spoils()).isEqualTo(Spoils.STORED);
            assertThat(finding.found()).contains("baseline.json]");
        });
    }

    @Test
    void sessions_of_this_machine_are_counted_whatever_only_forks_can_tell() throws Exception {
        accept(HERE.facts());

        assertThat(found(Optional.of(HERE))).satisfies(finding -> {
            assertThat(finding.spoils()).isEqualTo(Spoils.NOTHING);
            assertThat(finding.found()).contains("[1 of 1] accepted sessions");
        });
    }

    @Test
    void sessions_of_another_machine_spoil_it_and_what_differs_is_named() throws Exception {
        var there = new HashMap<>(HERE.facts());
        there.put("cpu.model", "EPYC");
        accept(there);

        assertThat(found(Optional.of(HERE))).satisfies(finding -> {
            assertThat(finding.spoils()).isEqualTo(Spoils.STORED);
            assertThat(finding.found()).contains("[0 of 1]", "cpu.model is [EPYC] there, [Xeon] here");
        });
        there.keySet().removeAll(List.of("cpu.smt", "container", "jdk.build", "memory.class"));
        accept(there);
        assertThat(found(Optional.of(HERE)).found())
                .contains("container is [unknown] there, [none] here", ", and 2 more differ.");
        assertThat(found(Optional.empty()).spoils()).isEqualTo(Spoils.UNKNOWN);
    }

    @Test
    void sessions_of_another_collector_or_jmh_spoil_it_but_for_those_that_were_measured_in_place() throws Exception {
        var there = new HashMap<>(HERE.facts());
        there.put("gc", "G1");
        there.put("jmh.version", "1.36");
        accept(there);

        assertThat(found(Optional.of(HERE)).found())
                .contains("[0 of 1]", "gc is [G1] there, [Serial] here, jmh.version is [1.36] there, [1.37] here");
        there.put("assertions", "on");
        accept(there);
        assertThat(found(Optional.of(HERE)).found()).contains("[1 of 1]");
    }

    @Test
    void what_is_not_known_here_is_not_held_against_any_session() {
        var jvm = new JvmProperties(Path.of("java"), Map.of("java.vendor", "Acme"));

        assertThat(KnownClass.of(MACHINE, jvm, Optional.empty()).facts())
                .containsKey("jdk.vendor")
                .doesNotContainKeys("jdk.build", "gc", "jmh.version");
    }

    private void accept(Map<String, String> machine) throws IOException {
        var environment = new TreeMap<>(machine);
        environment.put("heap.max", "6 GB");
        var facts = environment.entrySet().stream()
                .map(fact -> "\"" + fact.getKey() + "\": \"" + fact.getValue() + "\"")
                .collect(Collectors.joining(", "));
        Files.createDirectories(directory.resolve("perfbudget"));
        Files.writeString(
                directory.resolve("perfbudget/baseline.json"),
                """
                {"schema": 1, "classes": [{"environment": {%s}, "sessions": [{"start": "2026-11-01T10:00:00Z", "samples": [
                  {"benchmark": "com.acme.JsonBench.parse", "mode": "avgt", "params": {}, "metric": "mean",
                   "unit": "ns/op", "forks": [[1, 2]]}]}]}]}
                """
                        .formatted(facts));
    }

    private Finding found(Optional<KnownClass> here) {
        return new StoredBaseline(CommittedFiles.of(directory), () -> here)
                .look()
                .get(0);
    }
}
