package dev.perfbudget.report.github;

import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.report.NextCommands;
import dev.perfbudget.report.Summary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code comment.md}: the text of a comment on a pull request. Its first line, which nobody sees, tells it from all other
 * comments, so that the next build can replace it instead of adding one more.
 */
public final class PullRequestComment {

    private static final String FILE = "comment.md";
    /** GitHub takes as many characters, of which none has less than a byte. */
    private static final long MOST_BYTES = 65_536;

    private static final String WHOLE = "All of it is in summary.md, beside the report.";

    private PullRequestComment() {}

    /**
     * Writes {@code comment.md}.
     *
     * @param directory made if need be
     * @param next what its reader can run next
     * @param module by which this comment is told from those about others: {@code com.acme:shop}
     */
    public static Path write(Path directory, SuiteVerdict suite, NextCommands next, String module) throws IOException {
        Files.createDirectories(directory);
        return Files.writeString(directory.resolve(FILE), text(suite, next, module), StandardCharsets.UTF_8);
    }

    static String text(SuiteVerdict suite, NextCommands next, String module) {
        var key = key(module);
        var head = List.of("<!-- perfbudget:" + key + " -->", "### Performance budgets of " + key, "");
        var lines = new ArrayList<>(head);
        lines.addAll(Summary.lines(suite, next));
        return new ShortenedMarkdown(MOST_BYTES, WHOLE)
                .of(lines)
                .orElseGet(() -> String.join("\n", head) + WHOLE + "\n");
    }

    /** Nothing that would end the hidden line, or be markup in the one that is seen. */
    private static String key(String module) {
        return module.replaceAll("[^\\p{L}\\p{N}.:-]", "-").replaceAll("-{2,}", "-");
    }
}
