package dev.perfbudget.cli;

import static dev.perfbudget.cli.Called.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whatever kind of file measurements come in, on whichever side, they give the same verdict. */
class FilesOfEveryKindTest {

    private static final Recorded BEFORE = Recorded.around(60, 1);
    private static final Recorded AFTER = Recorded.around(75, 2);

    /** Another unit on the way costs the last digits of a double. */
    private static final double ROUNDING = 1e-12;

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> give_the_same_numbers() {
        var expected = json(BEFORE.jmh(directory.resolve("x/base.json")), AFTER.jmh(directory.resolve("x/cand.json")))
                .verdict("mean");
        return files(BEFORE, "before").stream().flatMap(before -> files(AFTER, "after").stream()
                .map(after -> DynamicTest.dynamicTest(
                        before.getFileName() + " and " + after.getFileName(),
                        () -> assertThatTheyAgree(json(before, after).verdict("mean"), expected))));
    }

    private List<Path> files(Recorded recorded, String name) {
        return List.of(
                recorded.jmh(directory.resolve(name + "/jmh.json")),
                recorded.csv(directory.resolve(name + "/data.csv")),
                recorded.run(directory.resolve(name)),
                recorded.lines(directory.resolve(name)),
                recorded.baseline(directory.resolve(name + "/baseline.json")));
    }

    private static void assertThatTheyAgree(JsonNode found, JsonNode expected) {
        assertThat(found.path("verdict")).isEqualTo(expected.path("verdict"));
        assertThat(expected.path("verdict").asString()).isEqualTo("REGRESSED");
        for (var number : List.of("ratio", "lower", "upper", "pWelch", "pMannWhitney", "cohensD", "cliffsDelta")) {
            assertThat(found.path(number).asDouble())
                    .as(number)
                    .isCloseTo(expected.path(number).asDouble(), within(ROUNDING * 1e3));
        }
        assertThat(found.path("ratio").asDouble()).isCloseTo(1.25, within(0.05));
    }

    @Test
    void throughput_is_inverted_so_that_worse_is_larger() {
        var before = Recorded.write(
                directory.resolve("a.json"), "[" + BEFORE.jmhResult(Recorded.BENCHMARK, "thrpt", "ops/s") + "]");
        var after = Recorded.write(
                directory.resolve("b.json"), "[" + AFTER.jmhResult(Recorded.BENCHMARK, "thrpt", "ops/s") + "]");
        var verdict = json(before, after).verdict("throughput");
        assertThat(verdict.path("verdict").asString()).isEqualTo("IMPROVED");
        assertThat(verdict.path("ratio").asDouble()).isCloseTo(60 / 75.0, within(0.03));
        assertThat(verdict.path("unit").asString()).isEqualTo("ops/s");
    }

    @Test
    void a_metric_that_jmh_writes_beside_the_score_is_compared_when_it_is_asked_for() {
        var file = Recorded.write(directory.resolve("a.json"), "[" + withSecondary("\u00b7gc.count", "counts") + "]");
        assertThat(json(file, file).tree().path("benchmarks")).hasSize(1);
        assertThat(json(file, file, "--metric=gc.count")
                        .verdict("gc.count")
                        .path("unit")
                        .asString())
                .isEqualTo("#");
    }

    @Test
    void allocation_of_jmhs_profiler_is_exact() {
        var file = Recorded.write(directory.resolve("a.json"), "[" + withSecondary("gc.alloc.rate.norm", "B/op") + "]");
        var verdict = json(file, file).verdict("allocation");
        assertThat(verdict.path("decidedBy").asString()).isEqualTo("exact");
        assertThat(verdict.path("verdict").asString()).isEqualTo("UNCHANGED");
    }

    private static String withSecondary(String label, String unit) {
        return BEFORE.jmhResult(Recorded.BENCHMARK, "avgt", "us/op")
                .replace("\"gc.count\"", "\"" + label + "\"")
                .replace("counts", unit)
                .replace("[[1]]", "[[1],[1],[1],[1],[1]]");
    }

    @Test
    void times_of_single_operations_count_by_how_often_they_were_met() {
        var histogram = "{\"benchmark\":\"a.B.c\",\"mode\":\"sample\",\"primaryMetric\":{\"scoreUnit\":\"us/op\","
                + "\"rawDataHistogram\":[[[[10.0,3],[20.0,1]]],[[[10.0,3],[20.0,1]]]]}}";
        var file = Recorded.write(directory.resolve("a.json"), "[" + histogram + "]");
        assertThat(json(file, file)
                        .verdict("mean")
                        .path("baselineScore")
                        .path("value")
                        .asDouble())
                .isEqualTo(12.5);
    }

    @Test
    void a_byte_order_mark_and_other_line_ends_do_not_matter() throws IOException {
        var file = BEFORE.csv(directory.resolve("a.csv"));
        var text = "\uFEFF" + Files.readString(file).replace("\n", "\r\n") + "\r\n";
        assertThat(json(file, Recorded.write(directory.resolve("b.csv"), text)).code())
                .isZero();
    }

    @Test
    void a_fork_file_that_a_crash_cut_off_gives_its_finished_forks_and_says_so() throws IOException {
        var file = BEFORE.lines(directory);
        Files.writeString(file, "{\"schema\":1,\"benchm", StandardOpenOption.APPEND);
        var called = json(file, AFTER.csv(directory.resolve("b.csv")));
        assertThat(called.verdict("mean").path("forks").path("baseline").asInt())
                .isEqualTo(5);
        assertThat(called.output()).contains("ends in the middle of a fork, which was left out");
    }

    @Test
    void a_run_with_fewer_forks_than_planned_says_so() {
        var file = BEFORE.run(directory, Map.of("cpu.model", "x"), 7);
        assertThat(json(file, file).output())
                .contains("[" + file + "] has 5 of 7 planned forks of [com.acme.JsonBench.parse{size=10} [avgt]].");
    }

    @Test
    void a_benchmark_of_which_no_fork_finished_is_not_out_of_sight() {
        var file = new Recorded(List.of()).run(directory, Map.of("cpu.model", "x"), 5);
        var called = json(file, file);
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.verdict("mean").path("reason").asString()).isEqualTo("the candidate has no values");
    }
}
