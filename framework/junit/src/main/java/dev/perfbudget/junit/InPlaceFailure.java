package dev.perfbudget.junit;

import dev.perfbudget.junit.client.CannotMeasureException;
import java.util.stream.Stream;
import org.opentest4j.AssertionFailedError;

/** What a test that is measured in place fails with when that is in the run's files. */
public final class InPlaceFailure extends AssertionFailedError {

    private static final long serialVersionUID = 1;

    /** A decision, in the judge's words. */
    public InPlaceFailure(String message) {
        super(message);
    }

    /** An operation that did not end by itself. */
    public InPlaceFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** What an operation threw, itself; only that it is said beside it which operation that was. */
    public static Throwable beside(Throwable thrown, String explanation) {
        thrown.addSuppressed(new CannotMeasureException("Nothing is judged: " + explanation));
        return thrown;
    }

    /** Whether a failure of a test is in the run's files; others are of what is around its operations. */
    public static boolean isRecorded(Throwable failure) {
        return failure instanceof InPlaceFailure
                || Stream.of(failure.getSuppressed())
                        .anyMatch(beside -> beside instanceof CannotMeasureException || isRecorded(beside));
    }
}
