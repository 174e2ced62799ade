package dev.perfbudget.model.input;

import java.io.IOException;
import java.util.List;

/** A file that is there but cannot be used. Its message says which, where in it, why, and how to mend it. */
public final class UnreadableFileException extends IOException {

    public UnreadableFileException(String message) {
        super(message);
    }

    public UnreadableFileException(String message, Exception cause) {
        super(message, cause);
    }

    /** Several things that are wrong, a line each. */
    UnreadableFileException(List<String> problems) {
        super(String.join("\n", problems));
    }
}
