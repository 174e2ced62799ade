package dev.perfbudget.runner.queue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * Who measures, as it stands in the lock file.
 *
 * @param pid of the runner
 * @param since when its turn began
 * @param module what it measures
 */
public record Holder(long pid, Instant since, String module) {

    /** {@code the measurement of [module] (process 1234, since 10:32)}. */
    String describe(ZoneId zone) {
        var time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).format(since.atZone(zone));
        return "the measurement of [%s] (process %d, since %s)".formatted(module, pid, time);
    }

    String toText() {
        return pid + "\n" + since + "\n" + module.replace("\n", " ") + "\n";
    }

    /** Empty when the text is not, or not wholly, what a holder writes: it may be read while it is written. */
    static Optional<Holder> ofText(String text) {
        var lines = text.split("\n", 4);
        if (lines.length < 4) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Holder(Long.parseLong(lines[0]), Instant.parse(lines[1]), lines[2]));
        } catch (NumberFormatException | DateTimeParseException unfinished) {
            return Optional.empty();
        }
    }
}
