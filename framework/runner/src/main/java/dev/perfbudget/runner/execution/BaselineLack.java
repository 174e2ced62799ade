package dev.perfbudget.runner.execution;

import dev.perfbudget.model.ForkFailure;
import dev.perfbudget.runner.host.ForkOutcome;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a benchmark cannot be measured on the baseline's side.
 *
 * @param isCertain whether every other fork would fail as well; one that was killed or hung may have done so by chance
 * @param isMishap whether its code has no part in it, as far as can be told: it was killed, hung, or did not start
 * @param why for people: {@code does not link: java.lang.NoSuchMethodError: …}, or what else happened
 */
record BaselineLack(boolean isCertain, boolean isMishap, String why) {

    /** What a JVM throws where the benchmark was compiled against something that the baseline does not have. */
    private static final Pattern LINK_ERROR = Pattern.compile("java[.]lang[.](?:NoClassDefFoundError|NoSuchMethodError"
            + "|NoSuchFieldError|AbstractMethodError|IllegalAccessError|IncompatibleClassChangeError"
            + "|InstantiationError|VerifyError|UnsupportedClassVersionError|ClassNotFoundException)[^\n]*");

    /** What its host says of a benchmark that only the candidate has. */
    private static final String NOT_LISTED = "JMH's benchmark list does not have";

    /** What its host writes behind the stack trace. */
    private static final Pattern OUTPUT = Pattern.compile("(?m)^(?:The fork printed|JMH remarked):$");

    static BaselineLack of(ForkOutcome.Failed failed) {
        if (failed.message().startsWith(NOT_LISTED)) {
            return new BaselineLack(true, false, "has no such benchmark");
        }
        return linkError(failed)
                .map(error -> new BaselineLack(true, false, "does not link: " + error.replaceFirst("[.]$", "")))
                .orElseGet(() -> new BaselineLack(
                        false,
                        failed.kind() != ForkFailure.Kind.THREW,
                        "its fork failed: "
                                + failed.message().lines().findFirst().orElse("")));
    }

    private static Optional<String> linkError(ForkOutcome.Failed failed) {
        var link = LINK_ERROR.matcher(thrown(failed));
        return link.find() ? Optional.of(link.group()) : Optional.empty();
    }

    /** Not what the fork printed: benchmarks log errors that they have caught. */
    private static String thrown(ForkOutcome.Failed failed) {
        var isThrown = failed.kind() == ForkFailure.Kind.THREW || failed.kind() == ForkFailure.Kind.NOT_STARTED;
        return isThrown ? failed.message() + "\n" + OUTPUT.split(failed.detail(), 2)[0] : "";
    }
}
