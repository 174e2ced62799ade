package dev.perfbudget.cli;

import static dev.perfbudget.cli.Called.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Broken files: one message with file, place and cure, exit code 2, and nothing on standard output. */
class BadInputTest {

    private static final Recorded RECORDED = Recorded.around(60, 1);
    private static final String HEAD = "benchmark,params,metric,unit,fork,iteration,value\n";

    @TempDir
    private Path directory;

    private Path good;
    private Path bad;

    @BeforeEach
    void name_files() {
        good = RECORDED.csv(directory.resolve("good.csv"));
        bad = directory.resolve("bad");
    }

    /** Content of the file, and what the message says behind its name. */
    private static final Map<String, List<String>> CASES = Map.ofEntries(
            // Any text
            Map.entry("", List.of(" is empty. Known are run.json")),
            Map.entry("\n \n", List.of(" is empty.")),
            Map.entry("\u0000\u0001", List.of(" is no text in UTF-8.")),
            // CSV
            Map.entry(HEAD, List.of(" has a first line and no measurement after it.")),
            Map.entry(
                    "benchmark;metric;value\na;mean;5\n",
                    List.of(
                            "[benchmark;metric;value] is no column.",
                            "line 1: without [benchmark, params, metric, unit, fork, iteration, value]. The first line")),
            Map.entry("name,time\na,5\n", List.of(" line 1, column 1: [name] is no column.", "[time] is no column")),
            Map.entry(HEAD + "a.B.c,,mean,parsecs,0,0,5\n", List.of(" line 2, column 13: [parsecs] is no unit.")),
            Map.entry(HEAD + "a.B.c,,mean,us,0,0,fast\n", List.of(" line 2, column 20: the value is a number")),
            Map.entry(HEAD + "a.B.c,,mean,us,0,0,-5\n", List.of(" line 2, column 20: [-5] cannot be")),
            Map.entry(HEAD + "a.B.c,,mean,us,0,0,1e999\n", List.of(" line 2, column 20: [1e999] is too large")),
            Map.entry(HEAD + "a.B.c,,mean,us,-1,x,5\n", List.of(" column 16: the fork is", " the iteration is")),
            Map.entry(HEAD + "a.B.c,,mean,us,0,0\n", List.of(" line 2, column 1: [6] fields")),
            Map.entry(HEAD + "\"a.B.c,,mean,us,0,0,5\n", List.of(" line 2, column 1: a quoted field starts here")),
            Map.entry(HEAD + "\"a\"b,,mean,us,0,0,5\n", List.of(" after a quoted field a comma")),
            Map.entry(HEAD + ",,,us,0,0,5\n", List.of("the benchmark is empty", "the metric is empty")),
            Map.entry(HEAD + "a.B.c,x=1;x=2,mean,us,0,0,5\n", List.of(" the parameter [x] stands here twice.")),
            Map.entry(
                    HEAD + "a.B.c,,mean,us,0,0,5\na.B.c,,mean,us,0,0,6\n",
                    List.of(" line 3, column 1: [a.B.c mean] has iteration [0] of fork [0] a second time.")),
            Map.entry(
                    HEAD + "a.B.c,,mean,us,0,0,5\na.B.c,,mean,ns,0,1,6\n",
                    List.of(" [a.B.c mean] is in [ns/op] here and in [us/op] before.")),
            // JSON of any kind
            Map.entry("{", List.of(" line 1, column ", "It was cut off")),
            Map.entry("[", List.of(" line 1, column ", "It was cut off")),
            Map.entry("{}", List.of(" is JSON of no kind that has measurements.")),
            Map.entry("{\"a\": tru", List.of(" line 1, column ")),
            Map.entry("[]", List.of(" is a JMH result without any benchmark.")),
            Map.entry("[1]", List.of(" line 1, column 2 (/0): expected a result of JMH, found [1].")),
            Map.entry("[".repeat(100_000), List.of(" expected a result of JMH")),
            Map.entry("[{\"x\":" + "[".repeat(100_000), List.of("nesting depth")),
            Map.entry("{\"x\":" + "{\"x\":".repeat(100_000), List.of("nesting depth")),
            Map.entry("{\"schema\": 1, \"outcome\": \"PASSED\"}", List.of(" is a verdict, which has no measurements.")),
            // JMH
            Map.entry(jmh("avgt", "parsecs/op", "[[1,2],[1,2]]"), List.of("[parsecs/op], of [a.B.c mean], is no unit")),
            Map.entry(jmh("often", "us/op", "[[1,2],[1,2]]"), List.of("[often] is no mode of JMH.")),
            Map.entry(jmh("avgt", "us/op", "[[1,2],[1,-2]]"), List.of("[-2.0] cannot be")),
            Map.entry(jmh("avgt", "us/op", "[[1,2],[1,1e999]]"), List.of("[1e999] is too large")),
            Map.entry(jmh("avgt", "us/op", "[[1,2],[1,\"x\"]]"), List.of("expected a number, found the text [x].")),
            Map.entry(jmh("avgt", "us/op", "[[1,2],[1,null]]"), List.of("expected a number, found [null].")),
            Map.entry(jmh("avgt", "us/op", "[[1,2],{}]"), List.of("expected an array of a fork's iterations")),
            Map.entry(jmh("avgt", "us/op", "[[1,2],[]]"), List.of("a fork without any iteration.")),
            Map.entry(jmh("avgt", "us/op", "5"), List.of("expected an array of forks, found [5].")),
            Map.entry("[{\"benchmark\":\"a.B.c\",\"mode\":\"avgt\"}]", List.of("[a.B.c] has no [primaryMetric].")),
            Map.entry("[{\"benchmark\":5}]", List.of("expected the name of a benchmark, found [5].")),
            Map.entry("[{\"mode\":\"avgt\",\"mode\":\"avgt\"}]", List.of("[mode] stands here a second time.")),
            Map.entry("[{\"params\":{\"a\":1,\"a\":2}}]", List.of("[a] stands here a second time.")),
            Map.entry(
                    "[{\"benchmark\":\"a.B.c\",\"mode\":\"avgt\",\"primaryMetric\":{\"scoreUnit\":\"us/op\"}}]",
                    List.of("[a.B.c mean] has no [rawData].")),
            // Baselines
            Map.entry("{\"schema\":1,\"classes\":[]}", List.of(" is a baseline without any session.")),
            Map.entry("{\"schema\":2,\"classes\":[]}", List.of(" was written by a newer PerfBudget")),
            Map.entry("{\"schema\":1,\"classes\":5}", List.of(" line 1, column ")),
            Map.entry(baseline("[[1,2],[]]"), List.of("[a.B.c mean] has a fork without values.")),
            Map.entry(baseline("[[1,-2]]"), List.of("[a.B.c mean] has the value [-2.0]")),
            Map.entry(baseline("[[1,\"x\"]]"), List.of(" line 1, column ")));

    private static String jmh(String mode, String unit, String values) {
        return "[{\"benchmark\":\"a.B.c\",\"mode\":\"" + mode + "\",\"primaryMetric\":{\"scoreUnit\":\"" + unit
                + "\",\"rawData\":" + values + "}}]";
    }

    private static String baseline(String forks) {
        return "{\"schema\":1,\"classes\":[{\"environment\":{},\"sessions\":[{\"start\":\"2026-11-21T10:00:00Z\","
                + "\"samples\":[{\"benchmark\":\"a.B.c\",\"mode\":\"avgt\",\"params\":{},\"metric\":\"mean\","
                + "\"unit\":\"us/op\",\"forks\":" + forks + "}]}]}]}";
    }

    @TestFactory
    Stream<DynamicTest> are_refused() {
        return CASES.entrySet().stream()
                .map(refused -> DynamicTest.dynamicTest(
                        refused.getValue().toString(),
                        () -> assertThatItIsRefused(
                                Recorded.write(bad, refused.getKey()),
                                refused.getValue().toArray(String[]::new))));
    }

    @TestFactory
    Stream<DynamicTest> cut_off_anywhere_are_refused_or_give_what_was_finished() throws IOException {
        return Stream.of(
                        RECORDED.jmh(directory.resolve("cut/jmh.json")),
                        RECORDED.run(directory.resolve("cut")),
                        RECORDED.baseline(directory.resolve("cut/baseline.json")))
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    var bytes = Files.readString(file).strip().getBytes(StandardCharsets.UTF_8);
                    for (var length = 1; length < bytes.length; length += bytes.length / 40) {
                        Files.write(bad, Arrays.copyOf(bytes, length));
                        assertThatItIsRefused(bad);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> runs_with_a_wrong_part_are_refused() throws IOException {
        var run = Files.readString(RECORDED.run(directory.resolve("whole")));
        return Map.ofEntries(
                        Map.entry("us/op", List.of("furlongs", "is in [furlongs], which is no unit")),
                        Map.entry("\"us/op\"", List.of("\"ops/s\"", "is in [ops/s], which its mode does not give")),
                        Map.entry("\"avgt\"", List.of("\"sometimes\"", "sometimes")),
                        Map.entry("\"index\" : 1,", List.of("\"index\" : 0,", "has fork [0] a second time")),
                        Map.entry("\"plannedForks\" : 5", List.of("\"plannedForks\" : \"x\"", "/plannedForks: ")),
                        Map.entry("\"start\"", List.of("\"begin\"", "start")),
                        Map.entry("\"warmup\" : false", List.of("\"warmup\" : true", "has no measured iteration")),
                        Map.entry("\"score\" : ", List.of("\"score\" : -", "has a negative number in iteration [0]")),
                        Map.entry("\"schema\" : 1", List.of("\"schema\" : 7", "newer PerfBudget")))
                .entrySet()
                .stream()
                .map(change -> DynamicTest.dynamicTest(
                        change.getValue().toString(),
                        () -> assertThatItIsRefused(
                                Recorded.write(
                                        bad,
                                        run.replace(
                                                change.getKey(),
                                                change.getValue().get(0))),
                                change.getValue().get(1))));
    }

    @Test
    void a_benchmark_twice_in_a_run_or_a_fork_twice_in_its_file_is_refused() throws IOException {
        var lines = Files.readString(RECORDED.lines(directory.resolve("twice")));
        assertThatItIsRefused(Recorded.write(bad, lines + lines), " line 6: fork [0] of", "stands in line 1 already");
        var result = RECORDED.jmhResult("a.B.c", "avgt", "us/op");
        assertThatItIsRefused(
                Recorded.write(bad, "[" + result + "," + result + "]"),
                "[a.B.c{size=10} mean] stands at line 1, column 2 (/0) already");
    }

    @Test
    void text_in_another_encoding_is_refused() throws IOException {
        var umlaut = "\u00fc";
        Files.writeString(bad, HEAD + "a.B." + umlaut + ",,mean,us,0,0,5\n", StandardCharsets.ISO_8859_1);
        assertThatItIsRefused(bad, " is not UTF-8 text. Save it as UTF-8.");
        Files.writeString(bad, jmh("avgt", umlaut, "[[1]]"), StandardCharsets.ISO_8859_1);
        assertThatItIsRefused(bad, "UTF-8");
        var line = Files.readString(RECORDED.lines(directory.resolve("l"))).replace("parse", umlaut);
        Files.writeString(bad, line, StandardCharsets.ISO_8859_1);
        assertThatItIsRefused(bad, " line 1 is not UTF-8 text.");
        Files.writeString(bad, HEAD, StandardCharsets.UTF_16LE);
        assertThatItIsRefused(bad);
    }

    @Test
    void what_is_no_file_is_refused() throws IOException {
        assertThatItIsRefused(directory, " is a directory.");
        assertThatItIsRefused(directory.resolve("missing"), " does not exist.");
        Recorded.write(bad, HEAD);
        Files.setPosixFilePermissions(bad, Set.of());
        assumeTrue(!Files.isReadable(bad), "this user may read everything");
        assertThatItIsRefused(bad, " may not be read by this user.");
    }

    @Test
    void all_broken_files_are_told_together() {
        var called = json(directory.resolve("one"), directory.resolve("other"));
        assertThat(called.errors())
                .isEqualTo("[" + directory.resolve("one") + "] does not exist.\n[" + directory.resolve("other")
                        + "] does not exist.\n");
    }

    @Test
    void many_problems_are_cut_short() {
        var lines = HEAD + "a.B.c,,mean,parsecs,0,0,5\n".repeat(1000);
        var called = json(good, Recorded.write(bad, lines));
        assertThat(called.errors().lines()).hasSize(21);
        assertThat(called.errors()).endsWith("[" + bad + "]: and 980 more like these.\n");
    }

    @Test
    void what_files_hold_does_not_reach_a_terminal_as_a_command() {
        Recorded.write(bad, "\u001b[31mred,time\n");
        assertThat(json(good, bad).errors()).contains("[␛[31mred]").doesNotContain("\u001b");
    }

    @Test
    void values_of_which_there_is_no_ratio_are_named_by_the_judge() {
        for (var value : List.of("NaN", "0")) {
            var file = Recorded.write(
                    bad, HEAD + "a.B.c,,mean,us,0,0," + value + "\na.B.c,,mean,us,1,0,5\na.B.c,,mean,us,2,0,5\n");
            var called = json(file, file);
            assertThat(called.code()).as(value).isEqualTo(2);
            assertThat(called.verdict("mean").path("reason").asString())
                    .as(value)
                    .startsWith("1 value of the candidate cannot be compared by ratio");
        }
    }

    @Test
    void extreme_but_possible_values_are_compared() {
        for (var value : List.of("1e-90", "1e90")) {
            var one = Recorded.write(bad, HEAD + "a.B.c,,mean,ns,0,0,1e-90\na.B.c,,mean,ns,1,0,1e-80\n");
            var other = Recorded.write(
                    directory.resolve("o"),
                    HEAD + "a.B.c,,mean,ns,0,0," + value + "\na.B.c,,mean,ns,1,0," + value + "\n");
            assertThat(json(one, other).errors()).isEmpty();
        }
    }

    private void assertThatItIsRefused(Path file, String... parts) {
        var called = json(good, file);
        assertThat(called.code()).as(called.output()).isEqualTo(2);
        assertThat(called.output()).isEmpty();
        assertThat(called.errors())
                .startsWith("[" + file)
                .satisfies(message -> assertThat(List.of(parts))
                        .allSatisfy(part -> assertThat(message).contains(part)))
                .doesNotContain("defect", "Exception", "tools.jackson", "dev.perfbudget", "StreamRead", "Source:");
    }
}
