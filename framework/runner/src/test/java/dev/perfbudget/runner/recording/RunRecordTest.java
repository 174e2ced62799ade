package dev.perfbudget.runner.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.perfbudget.model.BenchmarkId;
import dev.perfbudget.model.BenchmarkMode;
import dev.perfbudget.model.Fork;
import dev.perfbudget.model.Pairing.BlockForks;
import dev.perfbudget.model.json.RunDirectory;
import dev.perfbudget.statistics.Steadiness;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {

    @TempDir
    private Path output;

    @Test
    void no_two_runs_share_a_directory_even_with_the_same_id() throws Exception {
        assertThat(RunRecord.claim(output, "build-7").id()).isEqualTo("build-7");
        assertThat(RunRecord.claim(output, "build-7").id()).isEqualTo("build-7-2");
        assertThat(RunRecord.claim(output, "build-7").path()).isEqualTo(output.resolve("runs/build-7-3"));
    }

    @Test
    void a_directory_that_holds_only_reports_so_far_is_free() throws Exception {
        Files.createDirectories(output.resolve("runs/build-7/report"));

        assertThat(RunRecord.claim(output, "build-7").id()).isEqualTo("build-7");
    }

    @Test
    void blocks_that_are_measured_again_are_kept_where_they_are_not_taken_for_others() throws Exception {
        var record = RunRecord.claim(output, "build-7");
        record.append(1, new BlockForks(fork(1), fork(2)));
        record.appendDisturbed(1, new BlockForks(fork(3), fork(4)));

        var directory = RunDirectory.at(record.path());
        assertThat(directory.readForks()).containsExactly(fork(2));
        assertThat(directory.baseline().readForks()).containsExactly(fork(1));
        assertThat(directory.disturbed().readForks()).containsExactly(fork(4));
        assertThat(directory.disturbed().baseline().readForks()).containsExactly(fork(3));
    }

    private static Fork fork(int index) {
        return new Fork(
                new BenchmarkId("com.acme.JsonBench.parse", BenchmarkMode.AVERAGE_TIME, Map.of()),
                index,
                Instant.EPOCH,
                "us/op",
                List.of(),
                List.of(),
                new Steadiness(true, 0),
                Map.of(),
                Map.of());
    }

    @Test
    void an_output_directory_that_cannot_be_written_is_named_with_the_way_out() throws Exception {
        var file = Files.writeString(output.resolve("file"), "in the way");

        assertThatThrownBy(() -> RunRecord.claim(file, "build-7"))
                .isInstanceOfSatisfying(UnwritableTargetException.class, failed -> assertThat(failed.explanation())
                        .contains("[" + file + "]", "-Dperfbudget.output"));
    }
}
