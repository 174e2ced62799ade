package dev.perfbudget.judge;

import static dev.perfbudget.judge.Measured.averageTime;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.Policy;
import dev.perfbudget.model.json.RunDirectory;
import dev.perfbudget.model.json.VerdictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
                            } ]
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
                            } ]
                          } ],
                          "notes" : [ ]
                        }""");
    }
}
