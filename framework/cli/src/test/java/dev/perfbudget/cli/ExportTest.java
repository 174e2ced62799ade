package dev.perfbudget.cli;

import static dev.perfbudget.cli.Called.json;
import static dev.perfbudget.cli.Called.perfbudget;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What is exported is read back by {@code compare} as what it was. */
class ExportTest {

    private static final Recorded RECORDED = Recorded.around(60, 1);
    private static final Recorded LATER = Recorded.around(75, 2);

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> files_of_every_kind_keep_their_numbers_in_every_format() {
        var other = LATER.jmh(directory.resolve("other.json"));
        return Stream.of(
                        RECORDED.jmh(directory.resolve("jmh.json")),
                        RECORDED.csv(directory.resolve("data.csv")),
                        RECORDED.run(directory.resolve("run")),
                        RECORDED.lines(directory.resolve("lines")),
                        RECORDED.baseline(directory.resolve("baseline.json")))
                .flatMap(file -> Stream.of("csv", "jmh")
                        .map(format -> DynamicTest.dynamicTest(file.getFileName() + " as " + format, () -> {
                            var exported = exported(file, format);
                            assertThatNumbersAgree(
                                    json(exported, other).verdict("mean"),
                                    json(file, other).verdict("mean"));
                        })));
    }

    private static void assertThatNumbersAgree(JsonNode found, JsonNode expected) {
        for (var number : List.of("ratio", "lower", "upper", "pWelch")) {
            assertThat(found.path(number).asDouble())
                    .as(number)
                    .isCloseTo(expected.path(number).asDouble(), within(1e-9));
        }
        assertThat(found.path("verdict").asString()).isEqualTo("REGRESSED");
        assertThat(found.path("forks")).isEqualTo(expected.path("forks"));
    }

    /** Scripts and other tools read them. */
    @Test
    void all_formats_are_word_for_word_as_approved() {
        var approved = Path.of("src/test/resources/dev/perfbudget/cli/approved");
        var measured = approved.resolve("measured.csv");

        assertThat(approved.resolve("exported.csv"))
                .content()
                .isEqualTo(perfbudget("export", "--format=csv", measured).output());
        assertThat(approved.resolve("exported.json"))
                .content()
                .isEqualTo(perfbudget("export", "--format=jmh", measured).output());
        assertThat(approved.resolve("exported-for-action.json"))
                .content()
                .isEqualTo(perfbudget("export", "--format=action", measured).output());
    }

    @Test
    void a_result_of_jmh_has_the_fields_that_tools_for_them_read() {
        var result = exportedJmh(RECORDED.run(directory.resolve("run"), Map.of("jmh.version", "1.37"), 5))
                .get(0);

        assertThat(result.path("jmhVersion").asString()).isEqualTo("1.37");
        assertThat(result.path("benchmark").asString()).isEqualTo(Recorded.BENCHMARK);
        assertThat(result.path("mode").asString()).isEqualTo("avgt");
        assertThat(result.path("threads").asInt()).isOne();
        assertThat(result.path("forks").asInt()).isEqualTo(5);
        assertThat(result.path("measurementIterations").asInt()).isEqualTo(10);
        assertThat(result.path("measurementTime").asString()).isEqualTo("100 ms");
        assertThat(result.path("params").path("size").asString()).isEqualTo("10");
        var metric = result.path("primaryMetric");
        assertThat(metric.path("scoreUnit").asString()).isEqualTo("ns/op");
        assertThat(metric.path("rawData")).hasSize(5);
        assertThat(metric.path("scoreConfidence").get(0).asDouble())
                .isEqualTo(metric.path("score").asDouble()
                        - metric.path("scoreError").asDouble());
        assertThat(metric.path("scorePercentiles").path("0.0").asDouble())
                .isLessThan(metric.path("scorePercentiles").path("50.0").asDouble());
    }

    @Test
    void the_score_is_that_which_jmh_gives_of_the_same_raw_data() {
        var file = Recorded.write(
                directory.resolve("a.json"),
                """
                [{"benchmark": "a.B.c", "mode": "avgt", "primaryMetric": {"scoreUnit": "us/op",
                  "rawData": [[1.0, 2.0], [3.0, 4.0]]}}]""");

        var metric = exportedJmh(file).get(0).path("primaryMetric");

        assertThat(metric.path("score").asDouble()).isEqualTo(2.5);
        // t(0.9995; 3) = 12.924, standard deviation 1.29099 of four values.
        assertThat(metric.path("scoreError").asDouble()).isCloseTo(12.924 * 1.29099 / 2, within(1e-3));
        assertThat(metric.path("scorePercentiles").path("50.0").asDouble()).isEqualTo(2.5);
        assertThat(metric.path("scorePercentiles").path("90.0").asDouble()).isEqualTo(4.0);
    }

    @Test
    void throughput_stays_throughput_so_that_more_is_better() {
        var file = Recorded.write(
                directory.resolve("a.json"), "[" + RECORDED.jmhResult(Recorded.BENCHMARK, "thrpt", "ops/ms") + "]");

        var result = exportedJmh(exported(file, "csv")).get(0);

        assertThat(result.path("mode").asString()).isEqualTo("thrpt");
        assertThat(result.path("primaryMetric").path("scoreUnit").asString()).isEqualTo("ops/ms");
    }

    @Test
    void throughput_is_a_time_for_the_action_which_takes_all_for_something_of_which_less_is_better() {
        var file = Recorded.write(
                directory.resolve("a.csv"),
                """
                benchmark,params,metric,unit,fork,iteration,value,mode
                a.B.c,,throughput,ops/ms,0,0,200,thrpt
                a.B.c,,throughput,ops/ms,1,0,50,thrpt
                a.B.c,,throughput,ops/ms,2,0,100,thrpt
                a.B.c,,misses,#,0,0,7,thrpt
                """);

        var called = perfbudget("export", "--format=action", file);

        var entry = called.tree().get(0);
        assertThat(called.tree()).hasSize(1);
        assertThat(entry.path("name").asString()).isEqualTo("a.B.c [thrpt]");
        assertThat(entry.path("unit").asString()).isEqualTo("ns/op");
        assertThat(entry.path("value").asDouble()).isCloseTo(10_000, within(1e-6));
        // exp(t(0.975; 2) * ln 2 / sqrt 3) = exp(4.3027 * 0.40019) = 5.595 either way
        assertThat(entry.path("range").asString()).isEqualTo("1787 ns to 55950 ns");
        assertThat(called.errors()).contains("[a.B.c misses [thrpt]] is neither a time nor memory");
    }

    @Test
    void a_rate_of_nothing_has_no_time_and_one_that_may_be_nothing_no_interval() {
        var file = Recorded.write(
                directory.resolve("a.csv"),
                """
                benchmark,params,metric,unit,fork,iteration,value,mode
                a.B.c,,throughput,ops/ms,0,0,0,thrpt
                a.B.d,,throughput,ops/ms,0,0,0,thrpt
                a.B.d,,throughput,ops/ms,1,0,4,thrpt
                """);

        var called = perfbudget("export", "--format=action", file);

        assertThat(called.code()).isZero();
        assertThat(called.tree()).hasSize(1);
        assertThat(called.tree().get(0).path("value").asDouble()).isCloseTo(500_000, within(1e-6));
        assertThat(called.tree().get(0).has("range")).isFalse();
        assertThat(called.errors()).contains("[a.B.c throughput [thrpt]]");
    }

    @Test
    void one_benchmark_in_two_modes_stays_two() {
        var file = Recorded.write(
                directory.resolve("a.json"),
                "[" + RECORDED.jmhResult(Recorded.BENCHMARK, "avgt", "us/op") + ","
                        + LATER.jmhResult(Recorded.BENCHMARK, "ss", "us/op") + "]");

        var read = exportedJmh(exported(file, "csv"));

        assertThat(read).extracting(result -> result.path("mode").asString()).containsExactly("avgt", "ss");
    }

    @Test
    void times_of_single_operations_are_written_as_a_histogram() {
        var file = Recorded.write(
                directory.resolve("a.json"), "[" + RECORDED.jmhResult(Recorded.BENCHMARK, "sample", "us/op") + "]");

        var result = exportedJmh(file).get(0);

        assertThat(result.path("primaryMetric")
                        .path("rawDataHistogram")
                        .get(0)
                        .get(0)
                        .get(0))
                .hasSize(2);
        assertThat(result.path("primaryMetric").has("rawData")).isFalse();
        assertThat(json(exported(file, "jmh"), file)
                        .verdict("mean")
                        .path("ratio")
                        .asDouble())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void allocation_has_the_name_that_jmhs_profiler_gives_it() {
        var file = Recorded.write(
                directory.resolve("a.csv"),
                """
                benchmark,params,metric,unit,fork,iteration,value
                a.B.c,,mean,us/op,0,0,5
                a.B.c,,allocation,B/op,0,0,24
                """);

        var secondary = exportedJmh(file).get(0).path("secondaryMetrics").path("gc.alloc.rate.norm");

        assertThat(secondary.path("scoreUnit").asString()).isEqualTo("B/op");
        assertThat(secondary.path("score").asDouble()).isEqualTo(24);
        assertThat(secondary.path("scoreError").asString()).isEqualTo("NaN");
    }

    @Test
    void sessions_stay_sessions_in_csv_and_the_newest_is_jmhs_result() throws IOException {
        var baseline =
                Recorded.baseline(directory.resolve("baseline.json"), Recorded.environment("x", RECORDED, LATER));

        var csv = exported(baseline, "csv");
        assertThat(json(csv, csv)
                        .verdict("mean")
                        .path("sessions")
                        .path("baseline")
                        .asInt())
                .isEqualTo(2);
        var jmh = perfbudget("export", "--format=jmh", baseline);
        assertThat(jmh.errors()).contains("has 2 sessions, of which this format has one: this is the newest.");
        assertThat(jmh.tree().get(0).path("primaryMetric").path("score").asDouble())
                .isCloseTo(75, within(5.0));
    }

    @Test
    void no_cell_is_a_formula_and_names_that_look_like_one_are_read_back() throws IOException {
        var names = List.of("=HYPERLINK(\"http://x\")", "+1", "-1", "@SUM(A1)", "'=1", "'quoted'", "a, \"b\"");
        var results = new ArrayList<String>();
        names.forEach(name -> results.add(RECORDED.jmhResult(name.replace("\"", "\\\""), "avgt", "us/op")
                .replace("\"10\"", "\"=cmd|' /C calc'!A0\"")));
        var file = Recorded.write(directory.resolve("a.json"), "[" + String.join(",", results) + "]");

        var csv = exported(file, "csv");

        assertThat(Files.readAllLines(csv))
                .allSatisfy(line -> assertThat(line).doesNotContainPattern("(^|,)\"?[=+@\t-]"));
        assertThat(exportedJmh(csv))
                .extracting(result -> result.path("benchmark").asString())
                .containsExactlyElementsOf(names);
        assertThat(exportedJmh(csv)).allSatisfy(result -> assertThat(
                        result.path("params").path("size").asString())
                .isEqualTo("=cmd|' /C calc'!A0"));
    }

    @Test
    void what_csv_has_no_way_to_write_is_refused_with_all_of_it() {
        var file = Recorded.write(
                directory.resolve("a.json"),
                "[" + RECORDED.jmhResult("a.B.c", "avgt", "us/op").replace("\"10\"", "\"1;b=2\"") + ","
                        + RECORDED.jmhResult("a.B.d ", "avgt", "us/op") + "]");

        var called = perfbudget("export", "--format=csv", file);

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.output()).isEmpty();
        assertThat(called.errors())
                .contains("[" + file + "] cannot be written as [csv]:")
                .contains("The parameters of [a.B.c{size=1;b=2} mean]", "The name [a.B.d ] is empty or has blanks");
    }

    @Test
    void a_benchmark_without_a_score_is_no_result_of_jmh() {
        var file = Recorded.write(
                directory.resolve("a.csv"),
                """
                benchmark,params,metric,unit,fork,iteration,value
                a.B.c,,p99,us/op,0,0,5
                """);

        assertThat(perfbudget("export", "--format=jmh", file).errors())
                .contains("[a.B.c] has neither [mean] nor [throughput]", "--format=csv");
    }

    @Test
    void a_file_is_written_where_it_is_wanted_and_a_place_that_cannot_be_written_is_named() {
        var file = RECORDED.csv(directory.resolve("a.csv"));
        var target = directory.resolve("b.json");

        assertThat(perfbudget("export", "--format=jmh", file, "--output=" + target))
                .isEqualTo(new Called(0, "", ""));
        assertThat(json(target, file).code()).isZero();
        var called = perfbudget("export", "--format=jmh", file, "--output=" + directory.resolve("none/b.json"));
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.errors()).contains("--output: [" + directory.resolve("none/b.json") + "] cannot be written");
    }

    @Test
    void a_file_is_never_written_over_itself_by_whatever_name() throws IOException {
        var file = RECORDED.csv(directory.resolve("a.csv"));
        var before = Files.readString(file);
        var link = Files.createLink(directory.resolve("link.csv"), file);

        for (var target : List.of(file, directory.resolve("./a.csv"), link)) {
            var called = perfbudget("export", "--format=jmh", file, "--output=" + target);

            assertThat(called.code()).isEqualTo(2);
            assertThat(called.errors()).contains("--output: [" + target + "] is the file that is exported");
        }
        assertThat(file).content().isEqualTo(before);
    }

    @Test
    void an_earlier_file_is_replaced_once_the_new_one_is_whole() throws IOException {
        var file = RECORDED.csv(directory.resolve("a.csv"));
        var target = Files.writeString(
                Files.createDirectory(directory.resolve("out")).resolve("b.json"), "earlier");
        var earlier = Files.createLink(directory.resolve("earlier.json"), target);

        assertThat(perfbudget("export", "--format=jmh", file, "--output=" + target)
                        .code())
                .isZero();

        assertThat(json(target, file).code()).isZero();
        assertThat(earlier).content().isEqualTo("earlier");
        assertThat(directory.resolve("out").toFile().list()).containsExactly("b.json");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void a_device_is_written_to_and_not_replaced_and_a_disk_that_is_full_is_told() {
        var called =
                perfbudget("export", "--format=jmh", RECORDED.csv(directory.resolve("a.csv")), "--output=/dev/full");

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.errors()).contains("--output: [/dev/full] cannot be written");
        assertThat(Path.of("/dev/full")).matches(path -> !Files.isRegularFile(path), "is still a device");
    }

    @Test
    void everything_that_is_wrong_with_the_options_is_told_at_once() {
        var called = perfbudget("export", "--format=xml", "--metric=", "--fromat=csv", "a", "b");

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.errors())
                .contains(
                        "[--fromat=csv] is no option.",
                        "--format: [xml] is none of [csv, jmh, action].",
                        "--metric: a name is missing",
                        "One file is needed, found",
                        "[perfbudget export --help] shows all options.");
    }

    @Test
    void a_format_must_be_named_and_a_metric_must_be_there() {
        var file = RECORDED.csv(directory.resolve("a.csv"));

        assertThat(perfbudget("export", file).errors())
                .contains("--format is missing. It is one of [csv, jmh, action].");
        assertThat(perfbudget("export", "--format=csv", "--metric=rss", file).errors())
                .contains("--metric: [" + file + "] has no [rss]. There are [mean].");
    }

    private Path exported(Path file, String format) {
        var called = perfbudget("export", "--format=" + format, file);
        assertThat(called.code()).as(called.errors()).isZero();
        return Recorded.write(
                directory.resolve("exported").resolve(file.getFileName() + "." + format), called.output());
    }

    private static JsonNode exportedJmh(Path file) {
        var called = perfbudget("export", "--format=jmh", file);
        assertThat(called.code()).as(called.errors()).isZero();
        return called.tree();
    }
}
