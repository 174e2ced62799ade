package dev.perfbudget.report.github;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lines of Markdown for a place that takes only so much: whole lines are left out at the end, and a last sentence says so.
 *
 * @param most bytes of UTF-8
 * @param whole where all of it can be read, for the sentence
 */
record ShortenedMarkdown(long most, String whole) {

    /** The text; empty if there is not even room for the sentence. */
    Optional<String> of(List<String> lines) {
        if (bytes(lines) <= most) {
            return Optional.of(text(lines));
        }
        var room = most - bytes(ending(lines.size(), lines.size()));
        var kept = new ArrayList<String>();
        for (var line : lines) {
            room -= bytes(line);
            if (room < 0) {
                break;
            }
            kept.add(line);
        }
        var all = new ArrayList<>(kept);
        all.addAll(ending(lines.size() - kept.size(), lines.size()));
        return bytes(all) <= most ? Optional.of(text(all)) : Optional.empty();
    }

    private List<String> ending(int leftOut, int all) {
        return List.of(
                "",
                "**Shortened:** " + leftOut + " of " + all
                        + " lines are left out, because there is no room for more here. " + whole);
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }

    private static long bytes(List<String> lines) {
        return lines.stream().mapToLong(ShortenedMarkdown::bytes).sum();
    }

    private static long bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8).length + 1L;
    }
}
