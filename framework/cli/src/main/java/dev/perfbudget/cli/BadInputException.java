package dev.perfbudget.cli;

import java.util.List;

/** Something is wrong with what the command was given: all of it in one message, a line each. */
final class BadInputException extends Exception {

    private static final long serialVersionUID = 1L;

    BadInputException(List<String> problems) {
        super(String.join("\n", problems));
    }

    BadInputException(List<String> problems, Exception cause) {
        super(String.join("\n", problems), cause);
    }
}
