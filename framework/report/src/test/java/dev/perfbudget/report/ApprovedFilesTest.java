package dev.perfbudget.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.perfbudget.report.files.ReportFiles;
import dev.perfbudget.report.github.Annotations;
import dev.perfbudget.report.github.SourceLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is published of one suite, word for word: people grep logs, servers follow names of tests, actions look for the hidden
 * line of a comment. What differs is left in {@code target/approved}; if it is right, it goes to {@code
 * src/test/resources/dev/perfbudget/report/approved}.
 */
class ApprovedFilesTest {

    private static final Path APPROVED = Path.of("src/test/resources/dev/perfbudget/report/approved");
    private static final Path FOUND = Path.of("target/approved");
    private static final Suites SUITE = Suites.mixed();

    @TempDir
    private Path directory;

    @Test
    void files_of_a_build() throws IOException {
        new ReportFiles(directory).write(new ReportContent(SUITE.verdict(), SUITE.runs()), "com.acme:shop");

        var found = new TreeMap<String, String>();
        for (var name : List.of(
                "summary.md",
                "comment.md",
                "junit/TEST-com.acme.shop.JsonBench.xml",
                "junit/TEST-com.acme.shop.LockBench.xml")) {
            found.put(name.replace("junit/", ""), Files.readString(directory.resolve(name)));
        }
        assertThatApproved(found);
    }

    @Test
    void the_table_of_a_log_and_of_a_terminal() throws IOException {
        assertThatApproved(Map.of(
                "console.txt", text(ConsoleTable.lines(SUITE.verdict())),
                "terminal.txt",
                        text(new ConsoleTable(new Screen(true, OptionalInt.of(120))).linesOf(SUITE.verdict()))
                                .replace("\u001b", "␛")));
    }

    @Test
    void beside_a_baseline() throws IOException {
        var suite = Beside.regressed();

        assertThatApproved(Map.of(
                "compared.txt", text(new ComparisonTable(Screen.LOG).lines(suite)),
                "compared.md", text(ComparisonMarkdown.lines(suite)),
                "compared-summary.md", text(Summary.lines(suite, NextCommands.OF_MAVEN))));
    }

    @Test
    void annotations() throws IOException {
        var place = new SourceLine("shop/src/test/java/com/acme/shop/JsonBench.java", 41);

        assertThatApproved(Map.of(
                "annotations.txt",
                text(new Annotations(SUITE.verdict()).lines(benchmark -> Optional.of(place)))
                        + text(new Annotations(Beside.regressed()).lines(benchmark -> Optional.empty()))));
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private static void assertThatApproved(Map<String, String> found) throws IOException {
        Files.createDirectories(FOUND);
        for (var file : found.entrySet()) {
            Files.writeString(FOUND.resolve(file.getKey()), file.getValue());
        }
        found.forEach(
                (name, text) -> assertThat(APPROVED.resolve(name)).content().isEqualTo(text));
    }
}
