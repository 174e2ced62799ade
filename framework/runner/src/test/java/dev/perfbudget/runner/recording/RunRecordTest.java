package dev.perfbudget.runner.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
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
    void an_output_directory_that_cannot_be_written_is_named_with_the_way_out() throws Exception {
        var file = Files.writeString(output.resolve("file"), "in the way");

        assertThatThrownBy(() -> RunRecord.claim(file, "build-7"))
                .isInstanceOfSatisfying(UnwritableTargetException.class, failed -> assertThat(failed.explanation())
                        .contains("[" + file + "]", "-Dperfbudget.output"));
    }
}
