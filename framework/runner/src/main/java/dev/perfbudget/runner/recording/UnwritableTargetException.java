package dev.perfbudget.runner.recording;

import java.io.IOException;
import java.nio.file.Path;

/** The files of a run cannot be written where they belong. */
public final class UnwritableTargetException extends Exception {

    private final String explanation;

    UnwritableTargetException(Path outputDirectory, IOException cause) {
        super(cause);
        explanation =
                ("Nothing was measured, for its files cannot be written to [%s]: %s. Make the directory writable or"
                                + " name another one with -Dperfbudget.output=…")
                        .formatted(outputDirectory, cause);
    }

    /** Which directory, why, and what to do. */
    public String explanation() {
        return explanation;
    }
}
