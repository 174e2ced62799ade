package dev.perfbudget.runner.execution;

import dev.perfbudget.runner.host.ForkOutcome;
import java.util.regex.Pattern;

/** Why a benchmark cannot be measured on the baseline's side, for people. */
final class BaselineLack {

    /** What a JVM throws where the benchmark was compiled against something that the baseline does not have. */
    private static final Pattern LINK_ERROR = Pattern.compile("java[.]lang[.](?:NoClassDefFoundError|NoSuchMethodError"
            + "|NoSuchFieldError|AbstractMethodError|IllegalAccessError|IncompatibleClassChangeError"
            + "|InstantiationError|VerifyError|UnsupportedClassVersionError|ClassNotFoundException)[^\n]*");

    /** What its host says of a benchmark that only the candidate has. */
    private static final String NOT_LISTED = "JMH's benchmark list does not have";

    private BaselineLack() {}

    /** {@code does not link: java.lang.NoSuchMethodError: …}, or what else happened. */
    static String of(ForkOutcome.Failed failed) {
        if (failed.message().startsWith(NOT_LISTED)) {
            return "has no such benchmark";
        }
        var link = LINK_ERROR.matcher(failed.message() + "\n" + failed.detail());
        return link.find()
                ? "does not link: " + link.group().replaceFirst("[.]$", "")
                : "its fork failed: " + failed.message().lines().findFirst().orElse("");
    }
}
