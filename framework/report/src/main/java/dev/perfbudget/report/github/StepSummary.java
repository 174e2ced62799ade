package dev.perfbudget.report.github;

import dev.perfbudget.model.SuiteVerdict;
import dev.perfbudget.report.NextCommands;
import dev.perfbudget.report.Summary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;

/**
 * The file whose content GitHub shows on the page of a job. All modules of a build append to the same one, and GitHub shows
 * nothing at all of a file that is too large.
 */
public final class StepSummary {

    private static final long MOST_BYTES = 1024L * 1024;
    private static final String WHOLE = "All of it is in summary.md, beside the report.";

    private StepSummary() {}

    /**
     * Appends what {@code summary.md} says.
     *
     * @param file made if need be
     * @return whether there was room for it, or for a part of it and the sentence that says so
     */
    public static boolean append(Path file, SuiteVerdict suite, NextCommands next) throws IOException {
        var taken = size(file);
        var lines = new ArrayList<>(Summary.lines(suite, next));
        if (taken > 0) {
            lines.add(0, "");
        }
        var text = new ShortenedMarkdown(MOST_BYTES - taken, WHOLE).of(lines);
        if (text.isPresent()) {
            Files.writeString(
                    file, text.get(), StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        return text.isPresent();
    }

    private static long size(Path file) throws IOException {
        try {
            return Files.size(file);
        } catch (NoSuchFileException none) {
            return 0;
        }
    }
}
