package dev.perfbudget.cli;

import dev.perfbudget.report.text.VisibleText;
import java.util.List;

/** Something is wrong with what the command was given: all of it in one message, a line each. */
final class BadInputException extends Exception {

    private static final long serialVersionUID = 1L;

    BadInputException(List<String> problems) {
        super(printable(problems));
    }

    BadInputException(List<String> problems, Exception cause) {
        super(printable(problems), cause);
    }

    /** Names and contents of files are shown in messages: what they do to a terminal is not. */
    private static String printable(List<String> problems) {
        return VisibleText.of(String.join("\n", problems));
    }
}
