package dev.perfbudget.runner.block;

import dev.perfbudget.runner.host.ForkOutcome;
import java.util.regex.Pattern;

/** Says of a fork that the system gave no memory, or may have ended for want of it, what a block needs. */
final class MemoryOfBoth {

    /** What a JVM prints that cannot get its heap, and how it is said that one was killed. */
    private static final Pattern SHORT_OF_MEMORY = Pattern.compile("Could not reserve enough space"
            + "|insufficient memory for the Java Runtime|Cannot allocate memory|[(]SIGKILL[)]");

    private static final String NEEDED =
            " Two forks are alive at once here: if there is not memory enough for both, give"
                    + " each less, such as @Fork(jvmArgsAppend = \"-Xmx1g\").";

    private MemoryOfBoth() {}

    static ForkOutcome.Failed explained(ForkOutcome.Failed failed) {
        return SHORT_OF_MEMORY
                        .matcher(failed.message() + "\n" + failed.detail())
                        .find()
                ? new ForkOutcome.Failed(failed.kind(), failed.message() + NEEDED, failed.detail())
                : failed;
    }
}
