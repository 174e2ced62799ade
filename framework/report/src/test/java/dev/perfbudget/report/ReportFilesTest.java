package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.perfbudget.report.files.ReportFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that is published of one verdict. */
class ReportFilesTest {

    @TempDir
    private Path directory;

    @Test
    void everything_is_below_one_directory() throws IOException {
        var suite = Suites.mixed();

        var page = new ReportFiles(directory.resolve("new"))
                .write(new ReportContent(suite.verdict(), suite.runs()), "com.acme:shop");

        assertThat(page).isRegularFile().isEqualTo(directory.resolve("new/report/index.html"));
        assertThat(directory.resolve("new/summary.md")).isRegularFile();
        assertThat(directory.resolve("new/comment.md")).isRegularFile();
        assertThat(directory.resolve("new/junit")).isDirectoryContaining("glob:**/TEST-*.xml");
    }

    @Test
    void what_others_have_written_as_junit_xml_is_not_written_again() throws IOException {
        var suite = Suites.mixed();

        new ReportFiles(directory).writeForPeople(new ReportContent(suite.verdict(), suite.runs()), "com.acme:shop");

        assertThat(directory.resolve("report/index.html")).isRegularFile();
        assertThat(directory.resolve("junit")).doesNotExist();
    }

    @Test
    void one_that_cannot_be_written_keeps_none_from_being_written_and_is_named_with_all_others() throws IOException {
        Files.createDirectory(directory.resolve("summary.md"));
        Files.writeString(directory.resolve("report"), "a file");
        var suite = Suites.mixed();

        assertThatIOException()
                .isThrownBy(() -> new ReportFiles(directory)
                        .write(new ReportContent(suite.verdict(), suite.runs()), "com.acme:shop"))
                .withMessageStartingWith("The report cannot be written to [" + directory + "]: ")
                .withMessageContaining("[" + directory.resolve("summary.md") + "]")
                .withMessageContaining("[" + directory.resolve("report") + "] is no directory: name another one");
        assertThat(directory.resolve("comment.md")).isRegularFile();
        assertThat(directory.resolve("junit")).isDirectoryContaining("glob:**/TEST-*.xml");
    }
}
