package dev.perfbudget.judge;

import static dev.perfbudget.judge.Compared.times;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Audit;
import dev.perfbudget.model.AuditedBenchmark;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.ComparisonRules;
import dev.perfbudget.model.Environment;
import dev.perfbudget.model.Verdict.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many blocks a verdict will probably take, by noise that is known beforehand. */
class ExpectedBlocksTest {

    private static final BenchmarkId PARSE =
            new BenchmarkId("com.acme.JsonBench.parse", BenchmarkMode.AVERAGE_TIME, Map.of());
    private static final Map<String, String> HERE = Map.of("cpu.model", "Fast", "gc", "G1");
    private static final int SIMULATIONS = 1_000;

    @ParameterizedTest
    @CsvSource({"0.01, 5", "0.02, 8", "0.03, 12", "0.045, 20", "0.06, 30"})
    void the_noisier_a_benchmark_the_more_blocks_it_takes(double noise, int blocks) {
        assertThat(expected(noise, noise, 0.05)).hasValue(new ExpectedBlocks(OptionalInt.of(blocks)));
    }

    @ParameterizedTest
    @CsvSource({"0.01, 5", "0.02, 8", "0.03, 12", "0.045, 20", "0.06, 30"})
    void with_so_many_four_of_five_verdicts_are_that_nothing_changed(double noise, int blocks) {
        var random = new Random(11);
        var unchanged = IntStream.range(0, SIMULATIONS)
                .filter(simulation -> kind(blocks, noise, random) == Kind.UNCHANGED)
                .count();

        assertThat(unchanged / (double) SIMULATIONS).isGreaterThan(0.76);
    }

    @Test
    void the_noisier_location_counts_for_both_have_to_acquit() {
        assertThat(expected(0.01, 0.03, 0.05)).isEqualTo(expected(0.03, 0.01, 0.05));
        assertThat(expected(0.01, 0.03, 0.05)).isEqualTo(expected(0.03, 0.03, 0.05));
    }

    @Test
    void what_not_even_the_last_look_would_decide_has_no_number() {
        assertThat(expected(0.2, 0.2, 0.05)).hasValue(new ExpectedBlocks(OptionalInt.empty()));
        assertThat(expected(0.2, 0.2, 0.5))
                .hasValueSatisfying(found -> assertThat(found.blocks()).isPresent());
    }

    @Test
    void nothing_is_expected_of_what_was_not_audited_or_on_another_machine() {
        var here = new Environment(HERE, Map.of());
        var there = new Environment(Map.of("cpu.model", "Slow", "gc", "G1"), Map.of());
        var other = new BenchmarkId("com.acme.JsonBench.print", BenchmarkMode.AVERAGE_TIME, Map.of());

        assertThat(ExpectedBlocks.of(audit(0.01, 0.01), here, PARSE, 0.05)).isPresent();
        assertThat(ExpectedBlocks.of(audit(0.01, 0.01), there, PARSE, 0.05)).isEmpty();
        assertThat(ExpectedBlocks.of(audit(0.01, 0.01), here, other, 0.05)).isEmpty();
    }

    private static Optional<ExpectedBlocks> expected(double noise, double noiseOfMeans, double threshold) {
        return ExpectedBlocks.of(audit(noise, noiseOfMeans), new Environment(HERE, Map.of()), PARSE, threshold);
    }

    private static Audit audit(double noise, double noiseOfMeans) {
        var parse = new AuditedBenchmark(
                PARSE,
                3,
                0,
                0,
                15,
                OptionalDouble.of(noise),
                OptionalDouble.of(noiseOfMeans),
                OptionalDouble.empty(),
                OptionalInt.empty());
        return new Audit(Instant.EPOCH, HERE, Duration.ofMinutes(10), 3, List.of(parse));
    }

    private static Kind kind(int blocks, double noise, Random random) {
        var baseline = new double[blocks];
        Arrays.fill(baseline, 100);
        var candidate = IntStream.range(0, blocks)
                .mapToDouble(block -> 100 * Math.exp(noise * random.nextGaussian()))
                .toArray();
        return times(candidate)
                .verdict(times(baseline), ComparisonRules.PAIRED)
                .verdict()
                .kind();
    }
}
