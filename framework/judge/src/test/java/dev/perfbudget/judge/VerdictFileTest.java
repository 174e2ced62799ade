package dev.perfbudget.judge;

import static dev.perfbudget.judge.Measured.averageTime;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.Baseline;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.json.RunDirectory;
import dev.perfbudget.model.json.VerdictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The schema of verdict.json, which dashboards and scripts read: it only grows. */
class VerdictFileTest {

    @TempDir
    private Path output;

    @Test
    void the_file_has_every_verdict_with_its_numbers_and_no_number_that_there_is_not() throws IOException {
        var broken =
                averageTime().limit("mean", "50 us").limit("slowdown", "none").forks(100, 100, 100);
        var crashed = averageTime()
                .limit("allocation", "64 KB")
                .failure(ForkFailure.Kind.DIED, "The JVM ended with exit code 3");
        var suite = new Judge(Policy.WARN).judge(List.of(Measured.run(broken, crashed)));
        var directory = RunDirectory.of(output, "r1");
        directory.write(suite, new VerdictJson(Sentences::reason));

        assertThat(Files.readString(directory.verdictFile()))
                .isEqualTo(
                        """
                        {
                          "schema" : 1,
                          "outcome" : "FAILED",
                          "counts" : {
                            "benchmarks" : 2,
                            "passed" : 0,
                            "failed" : 2,
                            "inconclusive" : 0,
                            "noBaseline" : 1,
                            "invalid" : 1,
                            "limitsHeld" : 0,
                            "limitsBroken" : 1,
                            "limitsUndecided" : 0,
                            "limitsUnmeasured" : 1
                          },
                          "benchmarks" : [ {
                            "id" : "com.acme.JsonBench.parse",
                            "mode" : "avgt",
                            "params" : { },
                            "module" : "/module",
                            "outcome" : "FAILED",
                            "metric" : "mean",
                            "unit" : "us/op",
                            "score" : {
                              "value" : 100.0,
                              "lower" : 100.0,
                              "upper" : 100.0,
                              "level" : 0.95
                            },
                            "verdict" : "NO_BASELINE",
                            "forks" : {
                              "candidate" : 3,
                              "planned" : 5
                            },
                            "failures" : [ ],
                            "limits" : [ {
                              "metric" : "mean",
                              "comparison" : "<=",
                              "limit" : 50.0,
                              "unit" : "us/op",
                              "measured" : 100.0,
                              "bound" : 100.0,
                              "level" : 0.99,
                              "state" : "BROKEN",
                              "severity" : "SERIOUS",
                              "grade" : "E",
                              "source" : "@PerfBudget on JsonBench.parse"
                            } ],
                            "samples" : [ ]
                          }, {
                            "id" : "com.acme.JsonBench.parse",
                            "mode" : "avgt",
                            "params" : { },
                            "module" : "/module",
                            "outcome" : "FAILED",
                            "verdict" : "INVALID",
                            "reason" : "no fork finished",
                            "forks" : {
                              "candidate" : 0,
                              "planned" : 5
                            },
                            "failures" : [ {
                              "index" : 0,
                              "kind" : "DIED",
                              "message" : "The JVM ended with exit code 3",
                              "detail" : ""
                            } ],
                            "limits" : [ {
                              "metric" : "allocation",
                              "comparison" : "<=",
                              "limit" : 64.0,
                              "unit" : "KB/op",
                              "state" : "UNMEASURED",
                              "reason" : "no fork finished",
                              "source" : "@PerfBudget on JsonBench.parse"
                            } ],
                            "samples" : [ ]
                          } ],
                          "notes" : [ ]
                        }""");
    }

    @Test
    void a_benchmark_with_limits_and_a_stored_baseline_is_one_element_and_counts_once() {
        var before = Measured.run(
                averageTime().forks(100, 101, 99, 100.5, 99.5),
                averageTime().method("print").forks(100, 101, 99, 100.5, 99.5));
        var parsed = averageTime().limit("mean", "1 ms").forks(200, 202, 198, 201, 199);
        var gone = new BenchmarkId("com.acme.JsonBench.print", BenchmarkMode.AVERAGE_TIME, Map.of());
        var suite = new Judge(Policy.WARN)
                .judge(
                        List.of(ChangedRun.of(Measured.run(parsed))
                                .gone(List.of(gone))
                                .run()),
                        new Baseline(List.of(RunMeasurements.of(before, "baseline")), List.of()));
        var json = new VerdictJson(Sentences::reason).printLine(suite, Map.of());

        assertThat(json)
                .contains("\"counts\":{\"benchmarks\":2,\"passed\":0,\"failed\":2,\"inconclusive\":0,"
                        + "\"noBaseline\":0,\"invalid\":1,\"limitsHeld\":1,\"limitsBroken\":0,"
                        + "\"limitsUndecided\":0,\"limitsUnmeasured\":0,\"samples\":{\"regressed\":1,"
                        + "\"unchanged\":0,\"improved\":0,\"inconclusive\":0,\"invalid\":1,"
                        + "\"noBaseline\":0,\"waived\":0}}");
        assertThat(json)
                .containsPattern("\"benchmarks\":\\[\\{\"id\":\"com.acme.JsonBench.parse\",\"mode\":\"avgt\","
                        + "\"params\":\\{\\},\"module\":\"/module\",\"outcome\":\"FAILED\","
                        + ".*\"verdict\":\"REGRESSED\",.*\"limits\":.*\"state\":\"HELD\".*"
                        + "\"samples\":\\[\\{\"id\":\"com.acme.JsonBench.parse\",.*\"metric\":\"mean\".*"
                        + "\"verdict\":\"REGRESSED\".*\"ratio\":.*\\},\\{\"id\":\"com.acme.JsonBench.print\"");
    }
}
