package dev.perfbudget.report.files;

import dev.perfbudget.report.HtmlReport;
import dev.perfbudget.report.JunitXml;
import dev.perfbudget.report.ReportContent;
import dev.perfbudget.report.Summary;
import dev.perfbudget.report.github.PullRequestComment;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * All that is published of one verdict, below one directory.
 *
 * @param directory made if need be
 * @param report how the HTML report is made
 */
public record ReportFiles(Path directory, HtmlReport report) {

    /** With the usual HTML report. */
    public ReportFiles(Path directory) {
        this(directory, new HtmlReport());
    }

    /** The page of the HTML report to open. */
    public Path page() {
        return folder().resolve("index.html");
    }

    /**
     * Writes all of them; one that cannot be written keeps no other from being written.
     *
     * @param module by which a comment on a pull request is told from those about others
     * @return the page to open
     * @throws IOException with everything that could not be written
     */
    public Path write(ReportContent content, String module) throws IOException {
        var problems = new LinkedHashSet<String>();
        attempt(problems, () -> JunitXml.write(directory.resolve("junit"), content.suite(), content.runs()));
        return write(content, module, problems);
    }

    /** The same without the JUnit XML, for what other verdicts have written as that already. */
    public Path writeForPeople(ReportContent content, String module) throws IOException {
        return write(content, module, new LinkedHashSet<>());
    }

    private Path write(ReportContent content, String module, Set<String> problems) throws IOException {
        attempt(problems, () -> Summary.write(directory, content.suite(), content.next()));
        attempt(problems, () -> PullRequestComment.write(directory, content.suite(), content.next(), module));
        attempt(problems, () -> report.write(folder(), content));
        if (!problems.isEmpty()) {
            throw new IOException(
                    "The report cannot be written to [" + directory + "]: " + String.join("; ", problems));
        }
        return page();
    }

    private Path folder() {
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
                ? "may not be written by this user: make it writable, or name another directory"
                : refused instanceof FileAlreadyExistsException
                        ? "is no directory: name another one"
                        : Optional.ofNullable(failed.getReason())
                                .orElse(refused.getClass().getSimpleName());
        return "[" + failed.getFile() + "] " + reason;
    }

    private interface Writing {

        void run() throws IOException;
    }
}
