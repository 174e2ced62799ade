package dev.perfbudget.junit;

import java.util.Properties;
import java.util.stream.Stream;

/**
 * What runs the tests, as far as it can be told from system properties that build tools give their test JVMs.
 *
 * @param isSurefire Surefire or Failsafe
 * @param isGradle a test worker of Gradle
 * @param selects whether the user has named tests to run ({@code -Dtest=JsonBench#parse})
 */
public record BuildTool(boolean isSurefire, boolean isGradle, boolean selects) {

    /** As these system properties tell. */
    public static BuildTool in(Properties properties) {
        return new BuildTool(
                has(properties, "surefire.test.class.path", "surefire.real.class.path"),
                has(properties, "org.gradle.test.worker"),
                has(properties, "test", "it.test"));
    }

    /** Whether nobody has said which tests are to run. */
    public boolean runsAllTests() {
        return (isSurefire || isGradle) && !selects;
    }

    private static boolean has(Properties properties, String... names) {
        return Stream.of(names)
                .anyMatch(name -> !properties.getProperty(name, "").isBlank());
    }
}
