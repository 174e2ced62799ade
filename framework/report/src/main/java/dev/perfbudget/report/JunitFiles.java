package dev.perfbudget.report;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Names of the JUnit XML files of one suite: those of classes, so that they stay the same from build to build. A number
 * behind tells apart what would be alike, also where upper and lower case are the same.
 */
final class JunitFiles {

    private static final int LONGEST_NAME = 150;
    private static final String BEGINNING = "TEST-";
    private static final String END = ".xml";
    /** In no name of a class that was made plain. */
    private static final String NUMBER = "+";

    private final Map<String, Integer> named = new HashMap<>();

    /** {@code TEST-com.acme.JsonBench.xml}, or {@code TEST-com.acme.JsonBench+2.xml} if there is one already. */
    String of(String className) {
        var name = PlainName.of(className, LONGEST_NAME);
        var number = named.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum);
        return BEGINNING + name + (number == 1 ? "" : NUMBER + number) + END;
    }

    /** Whether a file of such a name is one of a suite. */
    static boolean isOne(String fileName) {
        return fileName.startsWith(BEGINNING) && fileName.endsWith(END);
    }
}
