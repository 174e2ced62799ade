package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Audit;
import dev.perfbudget.model.AuditedBenchmark;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What an audit says in a console. */
class AuditTableTest {

    @Test
    void says_what_the_gate_came_to_and_then_what_each_benchmark_did() {
        var audit = audit(
                benchmark("JsonBench.parse", 3, 1, 0, 29, 0.0125, 0.064),
                benchmark("JsonBench.print", 3, 0, 0, 24, 0.061, 0.14));

        assertThat(String.join("\n", AuditTable.lines(audit)))
                .isEqualTo(
                        """
                        Audit of 3 runs: 6 verdicts about identical code, of which none failed (95 % sure: at most 39 % would), \
                        though 1 looked regressed at first; within 10 min it finds +6.4 % in JsonBench.parse, and +14 % in \
                        JsonBench.print.

                        Benchmark        Verdicts  Looked regressed  Failed  Blocks   Noise   Finds
                        JsonBench.parse         3                 1       0      29  1.25 %  +6.4 %
                        JsonBench.print         3                 0       0      24   6.1 %   +14 %

                        Noise: standard deviation of a block's ratio. Finds: the slowdown that is found in four of five runs.""");
    }

    @Test
    void what_could_not_be_found_out_is_a_dash() {
        var nothing = new AuditedBenchmark(
                id("JsonBench.copy"),
                0,
                0,
                0,
                1,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty());

        assertThat(AuditTable.lines(audit(nothing)))
                .startsWith("Audit of 3 runs: 0 verdicts about identical code, of which none failed.")
                .contains("JsonBench.copy         0                 0       0       1      -      -");
    }

    private static Audit audit(AuditedBenchmark... benchmarks) {
        return new Audit(
                Instant.parse("2026-11-22T10:15:30Z"), Map.of(), Duration.ofMinutes(10), 3, List.of(benchmarks));
    }

    private static AuditedBenchmark benchmark(
            String name, int verdicts, int suspected, int failed, int blocks, double noise, double detectable) {
        return new AuditedBenchmark(
                id(name),
                verdicts,
                suspected,
                failed,
                blocks,
                OptionalDouble.of(noise),
                OptionalDouble.of(noise),
                OptionalDouble.of(detectable),
                OptionalInt.of(7));
    }

    private static BenchmarkId id(String name) {
        return new BenchmarkId("com.acme." + name, BenchmarkMode.AVERAGE_TIME, Map.of());
    }
}
