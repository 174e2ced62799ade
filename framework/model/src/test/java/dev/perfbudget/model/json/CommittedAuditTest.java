package dev.perfbudget.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfbudget.model.Audit;
import dev.perfbudget.model.AuditedBenchmark;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.input.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code perfbudget/audit.json}: kept beside the baseline, readable in a diff. */
class CommittedAuditTest {

    private static final Audit AUDIT = new Audit(
            Instant.parse("2026-11-22T10:15:30Z"),
            Map.of("cpu.model", "Xeon", "effort", "blocks, iterations of 50 ms"),
            Duration.ofMinutes(10),
            3,
            List.of(
                    new AuditedBenchmark(
                            new BenchmarkId(
                                    "com.acme.JsonBench.parse", BenchmarkMode.AVERAGE_TIME, Map.of("size", "10")),
                            3,
                            1,
                            0,
                            24,
                            OptionalDouble.of(0.0125),
                            OptionalDouble.of(0.031),
                            OptionalDouble.of(0.0625),
                            OptionalInt.of(7)),
                    new AuditedBenchmark(
                            new BenchmarkId("com.acme.JsonBench.print", BenchmarkMode.THROUGHPUT, Map.of()),
                            0,
                            0,
                            0,
                            1,
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            OptionalDouble.empty(),
                            OptionalInt.empty())));

    @TempDir
    private Path module;

    @Test
    void without_a_file_nothing_is_known() throws IOException {
        assertThat(files().readAudit()).isEmpty();
    }

    @Test
    void what_was_written_is_read_again_also_with_what_runs_are_judged_by() throws IOException {
        files().write(AUDIT);

        assertThat(files().readAudit()).contains(AUDIT);
        assertThat(files().read().audit()).contains(AUDIT);
        assertThat(AUDIT.verdicts()).isEqualTo(3);
        assertThat(AUDIT.suspected()).isOne();
    }

    @Test
    void it_has_a_line_for_each_value() throws IOException {
        files().write(AUDIT);

        assertThat(Files.readAllLines(files().auditFile()))
                .startsWith("{", "  \"schema\": 1,", "  \"end\": \"2026-11-22T10:15:30Z\",", "  \"environment\": {")
                .contains("    \"cpu.model\": \"Xeon\",", "      \"noise\": 0.0125,", "      \"warmup\": 7");
    }

    @Test
    void a_file_that_is_none_is_refused_with_its_name() throws IOException {
        Files.createDirectories(files().auditFile().getParent());
        Files.writeString(files().auditFile(), "{\"schema\": 1, \"benchmarks\": 7}");

        assertThatThrownBy(() -> files().readAudit())
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining(files().auditFile() + "] is not what PerfBudget writes");
    }

    private CommittedFiles files() {
        return CommittedFiles.of(module);
    }
}
