package dev.perfbudget.model.json;

import java.io.IOException;

/** A file that is there but cannot be used. Its message says which, why, and how to mend it. */
public final class UnreadableFileException extends IOException {

    UnreadableFileException(String message) {
        super(message);
    }

    UnreadableFileException(String message, Exception cause) {
        super(message, cause);
    }
}
