package dev.perfbudget.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What scripts and people get from {@code java -jar perfbudget.jar}. */
class ExecutableJarIT {

    private static final List<String> REQUIRED =
            List.of("id", "params", "metric", "unit", "verdict", "outcome", "reason", "limits");
    private static final List<String> OF_A_COMPARISON = List.of(
            "decidedBy",
            "ratio",
            "lower",
            "upper",
            "level",
            "locations",
            "forks",
            "sessions",
            "cohensD",
            "cliffsDelta",
            "noise",
            "modes");
    private static final List<String> MAY_BE = List.of(
            "mode",
            "minimumDetectableEffect",
            "moreForks",
            "slowdown",
            "alpha",
            "unsteady",
            "baselineScore",
            "score",
            "pWelch",
            "pMannWhitney",
            "pPaired",
            "pSignedRank");

    @TempDir
    private Path directory;

    private ExecutableJar jar;
    private Path before;
    private Path same;
    private Path slower;

    @BeforeEach
    void record() {
        jar = new ExecutableJar(directory);
        before = Recorded.around(60, 1).jmh(directory.resolve("before.json"));
        same = Recorded.around(60, 2).run(directory.resolve("same"));
        slower = Recorded.around(90, 3).csv(directory.resolve("slower.csv"));
    }

    @Test
    void exit_codes_are_0_to_3() {
        assertThat(jar.call("compare", before, same, "--session-sd=0").code()).isZero();
        assertThat(jar.call("compare", before, slower).code()).isEqualTo(1);
        assertThat(jar.call("compare", before, "missing.json").code()).isEqualTo(2);
        assertThat(jar.call("compare", before, same, "--slowdown=0", "--policy=fail")
                        .code())
                .isEqualTo(3);
    }

    @Test
    void text_has_no_colours_where_it_is_not_a_terminal_and_is_utf8_in_any_locale() {
        var called = jar.call("compare", before, slower, "--session-sd=0");
        assertThat(called.errors()).isEmpty();
        assertThat(called.output())
                .startsWith("FAILED: compared: 1 of 1 (1 regressed)")
                .contains("JsonBench.parse  size=10", " us ± ", "REGRESSED: ", " % slower")
                .doesNotContain("\u001b", "~");
    }

    @Test
    void what_is_within_the_threshold_says_how_far() {
        assertThat(jar.call("compare", before, same, "--session-sd=0", "--slowdown=10%")
                        .output())
                .containsPattern("unchanged: within 10 % \\([0-9.]+ .*(slower|faster)\\)");
    }

    @Test
    void markdown_is_a_table() {
        assertThat(jar.call("compare", before, slower, "--format=markdown").output())
                .startsWith("**FAILED")
                .contains("| benchmark | parameters | metric |", "| **regressed** |");
    }

    @Test
    void json_has_the_fields_of_the_schema_and_no_others() {
        for (var design : List.of("--seed=1", "--paired")) {
            var called = jar.call("compare", before, slower, "--format=json", design);
            assertThat(called.errors()).isEmpty();
            var tree = called.tree();
            assertThat(tree.propertyNames())
                    .containsExactly("schema", "outcome", "counts", "geomean", "benchmarks", "notes");
            assertThat(tree.path("geomean").propertyNames()).containsExactly("ratio", "lower", "upper", "level");
            var verdict = called.verdict("mean");
            assertThatFieldsFit(verdict);
            assertThat(verdict.has("pPaired")).isEqualTo(design.equals("--paired"));
            assertThat(verdict.has("pWelch")).isNotEqualTo(design.equals("--paired"));
            assertThat(verdict.path("locations").propertyNames()).containsExactly("quantile", "mean");
            assertThat(verdict.path("limits").isArray()).isTrue();
        }
    }

    @Test
    void what_is_not_known_is_absent_from_json() {
        var one = new Recorded(List.of(List.of(60.0, 61.0))).csv(directory.resolve("one.csv"));
        var called = jar.call("compare", one, one, "--format=json");
        assertThat(called.output()).doesNotContain("null", "NaN", "Infinity");
        var verdict = called.verdict("mean");
        assertThat(verdict.path("verdict").asString()).isEqualTo("INCONCLUSIVE");
        assertThat(verdict.has("ratio")).isTrue();
        for (var absent : List.of("lower", "upper", "level", "pWelch", "cohensD", "minimumDetectableEffect")) {
            assertThat(verdict.has(absent)).as(absent).isFalse();
        }
    }

    private static void assertThatFieldsFit(JsonNode verdict) {
        var names = new TreeSet<>(verdict.propertyNames());
        assertThat(names).containsAll(REQUIRED).containsAll(OF_A_COMPARISON);
        var known = new TreeSet<>(REQUIRED);
        known.addAll(OF_A_COMPARISON);
        known.addAll(MAY_BE);
        assertThat(known).containsAll(names);
    }

    @Test
    void hundreds_of_pairs_are_judged_in_one_jvm_a_line_of_json_each() {
        var lines = new ArrayList<String>();
        lines.add("# baseline and candidate");
        for (var pair = 0; pair < 300; pair++) {
            var file = Recorded.around(pair % 10 == 0 ? 90 : 60, pair).csv(directory.resolve("pairs/" + pair + ".csv"));
            lines.add("before.json\t" + directory.relativize(file));
        }
        lines.add("before.json broken.json");
        var pairs = Recorded.write(directory.resolve("pairs.txt"), String.join("\n", lines));
        var called = jar.call("compare", "--pairs", pairs, "--session-sd=0");
        assertThat(called.code()).isEqualTo(2);
        var judged = called.output().lines().map(JsonMapper.shared()::readTree).toList();
        assertThat(judged).hasSize(301);
        assertThat(judged.get(10).path("candidate").asString()).isEqualTo("pairs/10.csv");
        assertThat(judged.subList(0, 300))
                .allSatisfy(line -> assertThatFieldsFit(line.path("benchmarks").path(0)));
        assertThat(judged.stream()
                        .filter(line -> line.path("outcome").asString().equals("FAILED")))
                .hasSize(30);
        assertThat(judged.get(300).path("error").asString()).isEqualTo("[broken.json] does not exist.");
        assertThat(judged.get(300).has("outcome")).isFalse();
    }

    @Test
    void help_version_and_the_completion_script_go_to_standard_output() {
        assertThat(jar.call("compare", "--help").output()).startsWith("Usage: perfbudget compare BASELINE CANDIDATE");
        assertThat(jar.call("--version").output()).startsWith("perfbudget 0.");
        assertThat(jar.call("generate-completion").output()).startsWith("#!/usr/bin/env bash");
        assertThat(jar.call().code()).isEqualTo(2);
    }

    @Test
    void a_file_name_that_the_locale_cannot_write_is_refused_with_the_cure() {
        var called = jar.call("compare", before, "br\u00fcche.json");
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.output()).isEmpty();
        assertThat(called.errors()).containsAnyOf("LC_ALL=C.UTF-8", "does not exist");
    }

    @Test
    void a_verdict_that_cannot_be_written_is_a_failure() {
        var full = new File("/dev/full");
        assumeTrue(full.exists());
        var called = jar.callInto(full, "compare", before, same);
        assertThat(called.code()).isEqualTo(2);
        assertThat(called.errors()).startsWith("Standard output could not be written");
    }
}
