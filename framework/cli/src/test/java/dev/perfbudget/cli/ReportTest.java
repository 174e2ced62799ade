package dev.perfbudget.cli;

import static dev.perfbudget.cli.Called.perfbudget;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Reports of files, and of runs that together are one. */
class ReportTest {

    private static final Recorded RECORDED = Recorded.around(60, 1);
    private static final String OTHER = "com.acme.OtherBench.print";

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> files_of_every_kind_become_a_report() {
        return Stream.of(
                        RECORDED.jmh(directory.resolve("jmh.json")),
                        RECORDED.csv(directory.resolve("data.csv")),
                        RECORDED.run(directory.resolve("run")),
                        RECORDED.lines(directory.resolve("lines")),
                        RECORDED.baseline(directory.resolve("baseline.json")))
                .map(file -> DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> {
                    var called = report(file);
                    assertThat(called.code()).as(called.errors()).isZero();
                    assertThat(called.output())
                            .contains("PASSED: 1 benchmark", "JsonBench.parse", "size=10")
                            .contains("Report: " + directory.resolve("out/report/index.html"));
                    assertThat(page()).contains("JsonBench.parse").containsPattern("\\b(60|61|62|59|58)[.\\d]* us");
                    assertThat(directory.resolve("out/summary.md")).content().contains("| JsonBench.parse | size=10 |");
                }));
    }

    @Test
    void every_session_of_a_baseline_is_shown() throws IOException {
        var file = Recorded.baseline(
                directory.resolve("baseline.json"), Recorded.environment("x", RECORDED, Recorded.around(75, 2)));

        assertThat(report(file).output()).contains("baseline.json, session 1", "baseline.json, session 2");
    }

    @Test
    void a_metric_that_has_no_score_beside_it_is_named() {
        var file = Recorded.write(
                directory.resolve("a.csv"),
                """
                benchmark,params,metric,unit,fork,iteration,value
                a.B.c,,mean,us/op,0,0,5
                a.B.d,,p99,us/op,0,0,5
                """);

        assertThat(report(file).output()).contains("[a.B.d p99] is not shown: there is neither mean nor throughput");
    }

    @Test
    void a_run_is_judged_by_what_its_module_has_accepted() {
        var module = directory.resolve("module");
        RECORDED.baseline(module.resolve("perfbudget/baseline.json"));
        var slower = edited(
                Recorded.around(90, 2).run(directory.resolve("run")),
                "\"limits\" : [ ]",
                "\"limits\" : [ ], \"slowdown\" : {\"share\": 0.05, \"text\": \"5%\", \"source\": \"built in\"}");

        assertThat(report(slower).output()).contains("without a baseline");
        var called = report(slower, "--module=" + module);
        assertThat(called.output()).contains("REGRESSED");
        assertThat(called.code()).isOne();
    }

    @Test
    void all_pages_may_be_one_file() throws IOException {
        assertThat(report(RECORDED.run(directory.resolve("run")), "--single-file")
                        .code())
                .isZero();

        assertThat(page()).contains("<style>", "JsonBench.parse");
        assertThat(directory.resolve("out/report")).isDirectoryNotContaining("regex:.*(benchmarks|assets)");
    }

    @Test
    void templates_of_ones_own_stand_in() throws IOException {
        var templates = Files.createDirectory(directory.resolve("templates"));
        Files.writeString(templates.resolve("overview-page.ftlh"), "<p>Ours: ${site.title}</p>");

        assertThat(report(RECORDED.run(directory.resolve("run")), "--templates=" + templates)
                        .code())
                .isZero();

        assertThat(page()).startsWith("<p>Ours: ");
    }

    @Test
    void without_a_file_there_is_a_report_that_says_so_and_it_is_not_green() throws IOException {
        var called = report();

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.output()).contains("INVALID: no benchmark was measured", "There is no run to report.");
        assertThat(page()).contains("There is no run to report.");
    }

    @Test
    void shards_are_one_report() {
        var called = report(shard("one", Recorded.BENCHMARK), shard("two", OTHER), "--merge", "--shards=2");

        assertThat(called.code()).as(called.output()).isZero();
        assertThat(called.output()).contains("PASSED: 2 benchmarks", "JsonBench.parse", "OtherBench.print");
    }

    @Test
    void a_shard_that_is_missing_is_named_and_never_green_and_the_others_are_shown() throws IOException {
        var lost = directory.resolve("lost/run.json");
        var called = report(shard("one", Recorded.BENCHMARK), lost, "--merge", "--shards=2");

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.output())
                .contains("FAILED: 1 benchmark", "[" + lost + "] does not exist.")
                .contains("Shards are missing: 2 were expected (--shards), and 1 can be read:");
        assertThat(page()).contains("does not exist.", "JsonBench.parse");
    }

    @Test
    void how_many_shards_there_must_be_has_to_be_said() {
        var called = report(shard("one", Recorded.BENCHMARK), shard("two", OTHER), "--merge");

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.errors()).contains("--shards is missing: how many --merge puts together");
        assertThat(directory.resolve("out")).doesNotExist();
    }

    @Test
    void a_benchmark_of_the_baseline_that_no_shard_has_measured_is_missing() {
        var module = directory.resolve("module");
        RECORDED.baseline(module.resolve("perfbudget/baseline.json"));

        var called = report(shard("two", OTHER), "--merge", "--shards=1", "--module=" + module);

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.output())
                .contains("No shard has measured [com.acme.JsonBench.parse{size=10} [avgt]], which the baseline has.");
    }

    @Test
    void what_two_shards_have_both_measured_is_refused() {
        var one = shard("one", Recorded.BENCHMARK);
        var two = shard("two", Recorded.BENCHMARK);

        var called = report(one, two, "--merge", "--shards=2");
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.errors()).contains("is in [" + one + "] and in [" + two + "]. Each shard measures other");
        assertThat(report(one, two).code()).as("beside each other").isZero();
    }

    @Test
    void files_that_are_broken_or_newer_are_told_in_one_message_and_nothing_is_written() {
        var newer = edited(RECORDED.run(directory.resolve("newer")), "\"schema\" : 1", "\"schema\" : 99");
        var verdict = Recorded.write(directory.resolve("verdict.json"), "{\"schema\": 1, \"outcome\": \"PASSED\"}");

        var called = report(newer, verdict, directory.resolve("none.json"));

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.output()).isEmpty();
        assertThat(called.errors())
                .contains("[" + newer + "]", "was written by a newer PerfBudget")
                .contains("[" + verdict + "] is a verdict, which has no measurements.")
                .contains("[" + directory.resolve("none.json") + "] does not exist.");
        assertThat(directory.resolve("out")).doesNotExist();
    }

    @Test
    void a_directory_that_cannot_be_written_is_named() throws IOException {
        Files.writeString(directory.resolve("out"), "a file");

        var called = report(RECORDED.csv(directory.resolve("a.csv")));

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.errors()).contains("--output: The report cannot be written to [" + directory.resolve("out"));
    }

    @Test
    void everything_that_is_wrong_with_the_options_is_told_at_once() {
        var called = perfbudget("report", "--shards=none", "--ouptut=x", "--module=", "--templates=gone", "a.json");

        assertThat(called.code()).isEqualTo(2);
        assertThat(called.errors())
                .contains(
                        "[--ouptut=x] is no option.",
                        "--shards is for --merge only.",
                        "--shards: [none] must be a whole number from 1.",
                        "--module: its value is missing",
                        "--templates: ",
                        "[perfbudget report --help] shows all options.");
    }

    private Path shard(String name, String benchmark) {
        return edited(RECORDED.run(directory.resolve(name)), Recorded.BENCHMARK, benchmark);
    }

    private static Path edited(Path file, String before, String after) {
        try {
            return Files.writeString(file, Files.readString(file).replace(before, after));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Called report(Object... arguments) {
        var all = new ArrayList<Object>(List.of("report"));
        all.addAll(List.of(arguments));
        all.add("--output=" + directory.resolve("out"));
        return perfbudget(all.toArray());
    }

    private String page() throws IOException {
        return Files.readString(directory.resolve("out/report/index.html"));
    }
}
