package dev.perfbudget.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.perfbudget.model.AcceptedSession;
import dev.perfbudget.model.AcceptedSessions;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.ForkSample;
import dev.perfbudget.model.Sample;
import dev.perfbudget.model.SampleId;
import dev.perfbudget.model.Session;
import dev.perfbudget.model.Unit;
import dev.perfbudget.model.input.UnreadableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code perfbudget/baseline.json}: written for diffs, read with care, never lost. */
class CommittedBaselineTest {

    private static final Map<String, String> LAPTOP = Map.of("gc", "G1", "cpu.model", "laptop");
    private static final Map<String, String> FLEET = Map.of("gc", "G1", "cpu.model", "fleet");

    @TempDir
    private Path module;

    private CommittedFiles files;

    @BeforeEach
    void a_module() {
        files = CommittedFiles.of(module);
    }

    @Test
    void there_is_none_before_the_first_acceptance() throws IOException {
        assertThat(files.readBaseline()).isEmpty();
    }

    @Test
    void every_fork_has_a_line_of_its_own_and_numbers_have_five_digits() throws IOException {
        var values = List.of(new ForkSample(List.of(61234.56, 61e-7), true), new ForkSample(List.of(4e12, 0.0), false));
        files.write(new AcceptedSessions(List.of(session(LAPTOP, 1, sample("mean", Unit.NANOSECONDS, values)))));

        assertThat(files.baselineFile())
                .hasContent(
                        """
                {
                  "schema": 1,
                  "classes": [
                    {
                      "environment": {
                        "cpu.model": "laptop",
                        "gc": "G1"
                      },
                      "sessions": [
                        {
                          "start": "2026-11-01T10:00:00Z",
                          "commit": "c0ffee",
                          "samples": [
                            {
                              "benchmark": "com.acme.JsonBench.parse",
                              "mode": "avgt",
                              "params": {
                                "size": "10"
                              },
                              "metric": "mean",
                              "unit": "ns/op",
                              "workload": "sha256:abc",
                              "forks": [
                                [61235, 0.0000061],
                                [4000000000000, 0]
                              ],
                              "unsteady": [1]
                            }
                          ]
                        }
                      ]
                    }
                  ]
                }
                """);
        assertThat(Files.readString(files.baselineFile())).endsWith("}\n");
    }

    @Test
    void what_was_written_comes_back() throws IOException {
        var accepted = new AcceptedSessions(List.of(
                session(LAPTOP, 1, times("mean", 100, 101)),
                session(LAPTOP, 2, times("mean", 102, 103)),
                session(FLEET, 1, times("mean", 7))));
        files.write(accepted);

        assertThat(files.readBaseline()).contains(accepted);
    }

    @Test
    void exact_bytes_are_kept_to_the_byte() throws IOException {
        var bytes = List.of(new ForkSample(List.of(1234567.4), true), new ForkSample(List.of(24.123456), true));
        files.write(new AcceptedSessions(List.of(session(LAPTOP, 1, sample("allocation", Unit.BYTES, bytes)))));

        assertThat(Files.readString(files.baselineFile())).contains("[1234567]", "[24.123]");
    }

    @Test
    void what_may_be_the_harness_is_kept_with_the_bytes_of_each_fork() throws IOException {
        var bytes = List.of(new ForkSample(List.of(0.0), true, 92.3), new ForkSample(List.of(40.0), true, 0.0184321));
        files.write(new AcceptedSessions(List.of(session(LAPTOP, 1, sample("allocation", Unit.BYTES, bytes)))));

        assertThat(Files.readString(files.baselineFile())).contains("\"harness\": [92.3, 0.018432]");
        assertThat(files.readBaseline()
                        .orElseThrow()
                        .sessions()
                        .get(0)
                        .samples()
                        .get(0)
                        .sessions()
                        .get(0)
                        .forks())
                .extracting(ForkSample::harness)
                .containsExactly(92.3, 0.018432);
    }

    @Test
    void bytes_that_were_written_without_what_may_be_the_harness_can_be_read() throws IOException {
        files.write(new AcceptedSessions(List.of(session(LAPTOP, 1, times("allocation", 40)))));

        assertThat(Files.readString(files.baselineFile())).doesNotContain("harness");
        assertThat(files.readBaseline()
                        .orElseThrow()
                        .sessions()
                        .get(0)
                        .samples()
                        .get(0)
                        .sessions()
                        .get(0)
                        .forks())
                .extracting(ForkSample::harness)
                .containsExactly(0.0);
    }

    @Test
    void the_order_in_which_benchmarks_were_measured_does_not_matter() throws IOException {
        files.write(new AcceptedSessions(List.of(session(LAPTOP, 1, times("mean", 1), times("allocation", 2)))));
        var text = Files.readString(files.baselineFile());
        files.write(new AcceptedSessions(List.of(session(LAPTOP, 1, times("allocation", 2), times("mean", 1)))));

        assertThat(files.baselineFile()).hasContent(text);
    }

    @Test
    void a_further_session_only_adds_lines() throws IOException {
        var first = session(LAPTOP, 1, times("mean", 100));
        files.write(new AcceptedSessions(List.of(first)));
        var before = Files.readAllLines(files.baselineFile());
        files.write(new AcceptedSessions(List.of(first, session(LAPTOP, 2, times("mean", 101)))));

        assertThat(Files.readAllLines(files.baselineFile())).containsSubsequence(before.subList(0, 20));
    }

    @Test
    void of_every_sample_the_last_ten_sessions_of_its_environment_class_are_kept() {
        var sessions = new ArrayList<AcceptedSession>();
        sessions.add(session(LAPTOP, 1, times("rare", 1)));
        IntStream.rangeClosed(2, 14).forEach(day -> sessions.add(session(LAPTOP, day, times("mean", day))));
        sessions.add(session(FLEET, 1, times("mean", 1)));
        var kept = new AcceptedSessions(sessions);

        assertThat(kept.of(LAPTOP)).hasSize(11).first().isEqualTo(sessions.get(0));
        assertThat(kept.of(LAPTOP).get(1)).isEqualTo(sessions.get(4));
        assertThat(kept.of(FLEET)).hasSize(1);
    }

    @Test
    void a_file_that_cannot_be_written_stays_as_it_was_and_the_reason_is_told() throws IOException {
        Files.writeString(module.resolve("perfbudget"), "in the way");

        assertThatThrownBy(() -> files.write(AcceptedSessions.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Cannot write [" + files.baselineFile() + "]: ")
                .hasMessageContaining("accept again");
        assertThat(module.resolve("perfbudget")).hasContent("in the way");
    }

    @Test
    void a_disk_that_is_full_loses_nothing() throws Exception {
        files.write(new AcceptedSessions(List.of(session(LAPTOP, 1, times("mean", 100)))));
        var before = Files.readString(files.baselineFile());
        var shell = Path.of("/bin/bash");
        assumeTrue(Files.isExecutable(shell), "needs a shell that can limit how much a process writes");

        var output = FullDisk.write(shell, module);

        assertThat(output)
                .contains("Cannot write [" + files.baselineFile() + "]: File too large.", "is untouched", "less full");
        assertThat(files.baselineFile()).hasContent(before);
        assertThat(files.baselineFile().getParent()).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void a_link_to_a_file_elsewhere_stays_a_link() throws IOException {
        var elsewhere = Files.writeString(module.resolve("elsewhere.json"), "{}");
        Files.createDirectories(files.baselineFile().getParent());
        Files.createSymbolicLink(files.baselineFile(), elsewhere);
        files.write(AcceptedSessions.NONE);

        assertThat(files.baselineFile()).isSymbolicLink();
        assertThat(elsewhere).content().startsWith("{\n  \"schema\": 1,");
    }

    @Test
    void anything_else_is_refused_with_file_and_reason() throws IOException {
        files.write(new AcceptedSessions(List.of(session(LAPTOP, 1, times("mean", 100)))));
        var whole = Files.readString(files.baselineFile());
        for (var broken : List.of(
                "",
                "[]",
                "{}",
                "{\"schema\": 1}",
                "{\"schema\": 1, \"id\": \"a run\"}",
                whole.substring(0, whole.length() / 2),
                whole + "}",
                whole.replace("[100]", "[-1]"),
                whole.replace("[100]", "[]"),
                whole.replace("\"forks\"", "\"harness\": [1, 1], \"forks\""),
                whole.replace("\"forks\"", "\"harness\": [-1], \"forks\""),
                whole.replace("\"schema\": 1", "\"schema\": 2"),
                whole.replace("\"metric\"", "<<<<<<< HEAD\n\"metric\""))) {
            Files.writeString(files.baselineFile(), broken);
            assertThatThrownBy(files::readBaseline)
                    .isInstanceOf(UnreadableFileException.class)
                    .hasMessageStartingWith("[" + files.baselineFile() + "]");
        }
    }

    private static AcceptedSession session(Map<String, String> environment, int day, Sample... samples) {
        var start = Instant.parse("2026-11-01T10:00:00Z").plusSeconds(86_400L * (day - 1));
        return new AcceptedSession(environment, start, Optional.of("c0ffee"), List.of(samples));
    }

    private static Sample times(String metric, double... values) {
        return sample(
                metric,
                Unit.NANOSECONDS,
                Arrays.stream(values)
                        .mapToObj(value -> new ForkSample(List.of(value), true))
                        .toList());
    }

    private static Sample sample(String metric, Unit unit, List<ForkSample> forks) {
        return new Sample(
                new SampleId("com.acme.JsonBench.parse", Map.of("size", "10"), metric),
                Optional.of(BenchmarkMode.AVERAGE_TIME),
                unit,
                Optional.of("sha256:abc"),
                List.of(new Session(forks)));
    }
}
