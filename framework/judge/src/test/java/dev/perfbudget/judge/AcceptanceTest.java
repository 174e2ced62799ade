package dev.perfbudget.judge;

import static dev.perfbudget.judge.RecordedBenchmark.bench;
import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.model.AcceptedSession;
import dev.perfbudget.model.AcceptedSessions;
import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.BenchmarkRun;
import dev.perfbudget.model.Environment;
import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.model.Provenance;
import dev.perfbudget.model.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AcceptanceTest {

    private static final Instant START = Instant.parse("2026-11-01T10:00:00Z");
    private static final Map<String, String> LAPTOP = Map.of("gc", "G1", "heap.max", "4 GB");
    private static final Map<String, String> FLEET = Map.of("gc", "Serial", "heap.max", "4 GB");
    private static final String PARSE = "com.acme.JsonBench.parse";
    private static final String WRITE = "com.acme.JsonBench.write";

    @Nested
    class A_sample {

        @Test
        void is_new_at_first() {
            var accepted = accept(AcceptedSessions.NONE, run(1, LAPTOP, bench(PARSE, 100)));

            assertThat(accepted.words())
                    .containsExactly("Environment class: the first one.", PARSE + " mean [avgt]: 100 us, new");
            assertThat(accepted.sessions().sessions())
                    .singleElement()
                    .satisfies(session -> assertThat(session.commit()).contains("c0ffee"))
                    .satisfies(session -> assertThat(session.start()).isEqualTo(start(1)));
        }

        @Test
        void joins_sessions_of_the_same_level() {
            var accepted = accept(stored(run(1, LAPTOP, bench(PARSE, 100))), run(2, LAPTOP, bench(PARSE, 101)));

            assertThat(accepted.words()).first().isEqualTo("Environment class: known, with 1 session.");
            assertThat(accepted.words().get(1))
                    .startsWith(PARSE + " mean [avgt]: 101 us, ")
                    .endsWith("% slower: session 2 of at most 10");
            assertThat(starts(accepted)).containsExactly(start(1), start(2));
        }

        @Test
        void replaces_the_older_ones_where_its_level_is_another() {
            var stored = stored(
                    run(1, LAPTOP, bench(PARSE, 100)),
                    run(2, LAPTOP, bench(PARSE, 100)),
                    run(3, LAPTOP, bench(PARSE, 100)));
            var accepted = accept(stored, run(4, LAPTOP, bench(PARSE, 150)));

            assertThat(accepted.words().get(1))
                    .startsWith(PARSE + " mean [avgt]: 150 us, ")
                    .endsWith(" % slower: replaces the 3 sessions stored");
            assertThat(starts(accepted)).containsExactly(start(4));
        }

        @Test
        void replaces_the_older_ones_where_a_single_byte_more_is_a_real_difference() {
            var accepted = accept(stored(run(1, LAPTOP, bench(PARSE, 100, 64))), run(2, LAPTOP, bench(PARSE, 100, 80)));

            assertThat(accepted.words())
                    .contains(PARSE + " allocation [avgt]: 80 B, 16 B more: replaces the one session stored");
            assertThat(accepted.sessions().sessions().get(0).samples()).hasSize(1);
            assertThat(accepted.sessions().sessions().get(1).samples()).hasSize(2);
        }

        @Test
        void of_a_single_fork_joins_the_older_ones_for_nothing_shows_that_it_is_unlike_them() {
            var one = new RecordedBenchmark(PARSE, BenchmarkMode.AVERAGE_TIME, "w1", List.of(100.0), Optional.empty());
            var accepted = accept(stored(run(1, LAPTOP, one)), run(2, LAPTOP, one));

            assertThat(starts(accepted)).containsExactly(start(1), start(2));
        }

        @Test
        void is_kept_in_the_last_ten_sessions() {
            var stored = stored(IntStream.rangeClosed(1, 10)
                    .mapToObj(day -> run(day, LAPTOP, bench(PARSE, 100)))
                    .toArray(Run[]::new));
            var accepted = accept(stored, run(11, LAPTOP, bench(PARSE, 100)));

            assertThat(accepted.words().get(1)).endsWith("session 10 of at most 10, the oldest is dropped");
            assertThat(starts(accepted)).hasSize(10).doesNotContain(start(1)).contains(start(11));
        }

        @Test
        void starts_afresh_where_the_benchmark_changed() {
            var accepted = accept(
                    stored(run(1, LAPTOP, bench(PARSE, 100)), run(2, LAPTOP, bench(PARSE, 100))),
                    run(3, LAPTOP, bench(PARSE, 100).withWorkload("JsonBench:2 JsonBench$Input:1")));

            assertThat(accepted.words())
                    .contains(PARSE + " mean [avgt]: 100 us, the code of [JsonBench] changed: starts afresh");
            assertThat(starts(accepted)).containsExactly(start(3));
        }

        @Test
        void stays_in_the_other_mode_in_which_the_benchmark_was_not_measured_this_time() {
            var accepted = accept(
                    stored(run(1, LAPTOP, bench(PARSE, 100))),
                    run(2, LAPTOP, bench(PARSE, 100).withMode(BenchmarkMode.SAMPLE_TIME)));

            assertThat(accepted.words())
                    .contains(PARSE + " mean [sample]: 100 us, new", PARSE + " mean [avgt]: not in this run: kept");
            assertThat(starts(accepted)).containsExactly(start(1), start(2));
        }

        @Test
        void is_kept_if_the_run_has_left_out_its_benchmark() {
            var accepted = accept(
                    stored(run(1, LAPTOP, bench(PARSE, 100), bench(WRITE, 7))), run(2, LAPTOP, bench(PARSE, 300)));

            assertThat(accepted.words()).contains(WRITE + " mean [avgt]: not in this run: kept");
            assertThat(accepted.sessions().sessions())
                    .map(session -> session.samples().get(0).id().benchmark())
                    .containsExactly(WRITE, PARSE);
        }

        @Test
        void is_removed_with_its_benchmark_where_there_is_no_such_method_any_more() {
            var stored = stored(run(1, LAPTOP, bench(PARSE, 100), bench(WRITE, 7)), run(1, FLEET, bench(WRITE, 7)));
            var accepted = Acceptance.of(stored, List.of(without(WRITE, run(2, LAPTOP, bench(PARSE, 100)))));

            assertThat(accepted.words()).contains(WRITE + " mean [avgt]: there is no such benchmark any more: removed");
            assertThat(accepted.sessions().of(LAPTOP))
                    .allSatisfy(session -> assertThat(session.samples()).hasSize(1));
            assertThat(accepted.sessions().of(FLEET)).isEqualTo(stored.of(FLEET));
        }
    }

    @Nested
    class A_session {

        @Test
        void of_another_environment_class_stands_beside_the_others_and_says_what_differs() {
            var stored = stored(run(1, LAPTOP, bench(PARSE, 100)));
            var accepted = accept(stored, run(2, FLEET, bench(PARSE, 300)));

            assertThat(accepted.words())
                    .containsExactly(
                            "Environment class: new, beside 1 other, which stays. It differs from the nearest in gc"
                                    + " (G1 there, Serial here).",
                            PARSE + " mean [avgt]: 300 us, new");
            assertThat(accepted.sessions().of(LAPTOP)).isEqualTo(stored.of(LAPTOP));
            assertThat(accepted.sessions().of(FLEET)).hasSize(1);
        }

        @Test
        void that_is_accepted_again_changes_nothing() {
            var runs = List.of(run(1, LAPTOP, bench(PARSE, 100)), run(2, LAPTOP, bench(PARSE, 101)));
            var once = stored(runs.toArray(Run[]::new));
            var twice = accept(once, runs.get(1));

            assertThat(twice.sessions()).isEqualTo(once);
            assertThat(twice.words().get(0)).contains("was accepted before");
        }

        @Test
        void has_all_runs_of_its_build() {
            var runs = List.of(run(1, LAPTOP, bench(PARSE, 100)), run(2, LAPTOP, bench(WRITE, 7)));
            var accepted = Acceptance.of(AcceptedSessions.NONE, runs);

            assertThat(starts(accepted)).containsExactly(start(1));
            assertThat(accepted.sessions().sessions().get(0).samples()).hasSize(2);
        }

        @Test
        void of_runs_in_several_environments_is_one_for_each() {
            var runs = List.of(run(1, LAPTOP, bench(PARSE, 100)), run(2, FLEET, bench(PARSE, 120)));
            var accepted = Acceptance.of(AcceptedSessions.NONE, runs);

            assertThat(accepted.sessions().byClass()).containsOnlyKeys(LAPTOP, FLEET);
        }

        @Test
        void names_no_commit_from_which_its_code_cannot_be_got_back() {
            var accepted = accept(AcceptedSessions.NONE, dirty(run(1, LAPTOP, bench(PARSE, 100))));

            assertThat(accepted.sessions().sessions().get(0).commit()).isEmpty();
        }
    }

    @Nested
    class Runs {

        @Test
        void that_can_be_relied_on_are_accepted() {
            assertThat(problems(run(1, LAPTOP, bench(PARSE, 100)))).isEmpty();
        }

        @Test
        void are_refused_with_all_reasons_at_once() {
            var run = run(1, LAPTOP, bench(PARSE, 100), bench(WRITE, Double.NaN));
            var failed = run.benchmarks().get(0);
            var broken = new BenchmarkRun(
                    new BenchmarkId("com.acme.JsonBench.scan", BenchmarkMode.AVERAGE_TIME, Map.of()),
                    failed.className(),
                    failed.methods(),
                    1,
                    "w",
                    failed.budget(),
                    5,
                    0,
                    List.of(),
                    List.of(
                            new ForkFailure(0, ForkFailure.Kind.HUNG, "was killed after 60 s of silence", ""),
                            new ForkFailure(1, ForkFailure.Kind.NOT_REACHED, "no time was left", "")));
            var all =
                    Stream.concat(run.benchmarks().stream(), Stream.of(broken)).toList();

            assertThat(problems(ChangedRun.of(dirty(run.withBenchmarks(all)))
                            .flaws(List.of("Not for gating: a debugger was attached"))
                            .run()))
                    .containsExactly(
                            "[run1.json] cannot be accepted: Not for gating: a debugger was attached. Measure again"
                                    + " without that.",
                            "[run1.json] cannot be accepted: its code was not committed (files differed from commit"
                                    + " [c0ffee]), so nobody could tell later what was accepted. Commit it and measure"
                                    + " again, or say that this is all right with -Dperfbudget.dirty=true.",
                            "[run1.json] cannot be accepted: [com.acme.JsonBench.write [avgt]] has iterations without"
                                    + " a number. Measure again.",
                            "[run1.json] cannot be accepted: [com.acme.JsonBench.scan [avgt]] fork 1: was killed after"
                                    + " 60 s of silence. Mend the benchmark and measure again.",
                            "[run1.json] cannot be accepted: [com.acme.JsonBench.scan [avgt]] has no finished fork."
                                    + " Measure again, with more time (perfbudget.cap) if that was short.");
        }

        @Test
        void of_which_git_could_not_say_whether_they_were_committed_are_refused_for_that() {
            assertThat(problems(ChangedRun.of(run(1, LAPTOP, bench(PARSE, 100)))
                            .from(new Provenance(
                                    Optional.empty(), Optional.empty(), true, Optional.empty(), Optional.empty()))
                            .run()))
                    .singleElement()
                    .asString()
                    .startsWith("[run1.json] cannot be accepted: git could not say whether its code was committed")
                    .endsWith("or say that this is all right with -Dperfbudget.dirty=true.");
        }

        @Test
        void of_code_that_was_not_committed_are_accepted_if_that_is_said_to_be_all_right() {
            var run = dirty(run(1, LAPTOP, bench(PARSE, 100)));

            assertThat(new AcceptanceRules(true).problems(Map.of("run1.json", run)))
                    .isEmpty();
        }

        @Test
        void without_any_benchmark_are_refused() {
            assertThat(problems(run(1, LAPTOP))).singleElement().asString().contains("has no benchmark");
        }

        @Test
        void in_blocks_are_refused_for_that_alone_also_beside_others() {
            var alone = run(1, LAPTOP, bench(PARSE, 100));
            var inBlocks = Measured.pairedRun(
                    List.of(Measured.averageTime().forks(100)),
                    List.of(Measured.averageTime().forks(100)));

            assertThat(problems(
                            alone,
                            ChangedRun.of(inBlocks)
                                    .flaws(List.of("beside other work"))
                                    .run()))
                    .singleElement()
                    .asString()
                    .startsWith(
                            "[run2.json] cannot be accepted: it was measured in blocks, beside [git:main (a1b2c3d)].")
                    .contains("mvn verify without -Dperfbudget.baseline");
        }

        @Test
        void of_one_build_that_measured_the_same_twice_are_refused() {
            assertThat(problems(run(1, LAPTOP, bench(PARSE, 100)), run(2, LAPTOP, bench(PARSE, 100))))
                    .containsExactly("[" + PARSE + " [avgt]] was measured twice, in [run1.json] and in [run2.json]."
                            + " Accept one of them: -Dperfbudget.run=run2.json");
        }
    }

    private static List<String> problems(Run... runs) {
        var files = new LinkedHashMap<String, Run>();
        Arrays.stream(runs).forEach(run -> files.put("run" + (files.size() + 1) + ".json", run));
        return new AcceptanceRules(false).problems(files);
    }

    private static Acceptance accept(AcceptedSessions stored, Run run) {
        return Acceptance.of(stored, List.of(run));
    }

    private static AcceptedSessions stored(Run... runs) {
        var sessions = new ArrayList<AcceptedSession>();
        for (var run : runs) {
            sessions.addAll(accept(AcceptedSessions.NONE, run).sessions().sessions());
        }
        return new AcceptedSessions(sessions);
    }

    private static List<Instant> starts(Acceptance accepted) {
        return accepted.sessions().sessions().stream()
                .map(AcceptedSession::start)
                .toList();
    }

    private static Instant start(int day) {
        return START.plus(Duration.ofDays(day));
    }

    private static Run run(int day, Map<String, String> environment, RecordedBenchmark... benchmarks) {
        return new Run(
                "r" + day,
                start(day),
                start(day).plusSeconds(60),
                "/module",
                new Environment(environment, Map.of()),
                new Provenance(Optional.of("c0ffee"), Optional.empty(), false, Optional.empty(), Optional.empty()),
                Map.of(),
                Arrays.stream(benchmarks).map(RecordedBenchmark::toRun).toList(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Run without(String name, Run run) {
        return ChangedRun.of(run)
                .gone(List.of(new BenchmarkId(name, BenchmarkMode.AVERAGE_TIME, Map.of())))
                .run();
    }

    private static Run dirty(Run run) {
        return ChangedRun.of(run)
                .from(new Provenance(
                        run.provenance().commit(), Optional.empty(), true, Optional.empty(), Optional.empty()))
                .run();
    }
}
