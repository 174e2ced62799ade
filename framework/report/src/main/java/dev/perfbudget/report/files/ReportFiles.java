package dev.perfbudget.report.files;

import dev.perfbudget.model.Run;
import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.report.HtmlReport;
import dev.perfbudget.report.JunitXml;
import dev.perfbudget.report.Summary;
import dev.perfbudget.report.github.PullRequestComment;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All that is published of one verdict, below one directory.
 *
 * @param directory made if need be
 */
public record ReportFiles(Path directory) {

    /** The page of the HTML report to open. */
    public Path page() {
        return report().resolve("index.html");
    }

    /**
     * Writes all of them; one that cannot be written keeps no other from being written.
     *
     * @param runs those that the verdict was made from
     * @param module by which a comment on a pull request is told from those about others
     * @return the page to open
     * @throws IOException with everything that could not be written
     */
    public Path write(SuiteVerdict suite, List<Run> runs, String module) throws IOException {
        var problems = new LinkedHashSet<String>();
        attempt(problems, () -> JunitXml.write(directory.resolve("junit"), suite, runs));
        return write(suite, runs, module, problems);
    }

    /** The same without the JUnit XML, for what other verdicts have written as that already. */
    public Path writeForPeople(SuiteVerdict suite, List<Run> runs, String module) throws IOException {
        return write(suite, runs, module, new LinkedHashSet<>());
    }

    private Path write(SuiteVerdict suite, List<Run> runs, String module, Set<String> problems) throws IOException {
        attempt(problems, () -> Summary.write(directory, suite));
        attempt(problems, () -> PullRequestComment.write(directory, suite, module));
        attempt(problems, () -> new HtmlReport().write(report(), suite, runs));
        if (!problems.isEmpty()) {
            throw new IOException("The report cannot be written to [" + directory + "]: " + String.join("; ", problems)
                    + ". Make the directory writable, or name another one.");
        }
        return page();
    }

    private Path report() {
        return directory.resolve("report");
    }

    private static void attempt(Set<String> problems, Writing writing) {
        try {
            writing.run();
        } catch (IOException refused) {
            problems.add(why(refused));
        }
    }

    private static String why(IOException refused) {
        if (!(refused instanceof FileSystemException failed)) {
            return String.valueOf(refused.getMessage());
        }
        var reason = refused instanceof AccessDeniedException
                ? "this user may not write it"
                : refused instanceof FileAlreadyExistsException
                        ? "it is no directory"
                        : Optional.ofNullable(failed.getReason())
                                .orElse(refused.getClass().getSimpleName());
        return "[" + failed.getFile() + "] " + reason;
    }

    private interface Writing {

        void run() throws IOException;
    }
}
