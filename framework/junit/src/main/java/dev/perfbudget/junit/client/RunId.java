package dev.perfbudget.junit.client;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The name of a run that nobody has given one. */
public final class RunId {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private RunId() {}

    /** The time, and this process. */
    public static String fresh() {
        return TIME.format(Instant.now()) + "-" + ProcessHandle.current().pid();
    }
}
