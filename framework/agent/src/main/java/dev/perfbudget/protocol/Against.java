package dev.perfbudget.protocol;

import java.io.Serializable;
import java.util.List;

/** What the candidate of a plan is compared with. */
public sealed interface Against extends Serializable {

    /** What the module has accepted, if anything. */
    record Stored() implements Against {}

    /**
     * Another build that has nothing of the candidate's module: there is nothing to compare with.
     *
     * @param name for people: {@code git:origin/main (a1b2c3d)}
     * @param why for people: {@code commit a1b2c3d has no module [com.acme:shop]}
     */
    record Absent(String name, String why) implements Against {}

    /**
     * Another build, which is measured beside it, on the same JDK and in the same directory.
     *
     * @param name for people: {@code git:origin/main (a1b2c3d)}
     * @param classPath absolute paths, in order: the candidate's harness with the other build's subject
     * @param differences between both class paths, in words
     * @param benchmarks that the other build has itself, as far as they were asked for, without parameters; none where
     *     nothing is known of them
     */
    record Artifact(String name, List<String> classPath, List<String> differences, List<BenchmarkKey> benchmarks)
            implements Against {

        /** Where it would be told how class paths differ. */
        public static final String IN_NOTHING = "in nothing; what is found is noise";

        public Artifact {
            classPath = List.copyOf(classPath);
            differences = List.copyOf(differences);
            benchmarks = List.copyOf(benchmarks);
        }

        /** One of whose own benchmarks nothing is known. */
        public Artifact(String name, List<String> classPath, List<String> differences) {
            this(name, classPath, differences, List.of());
        }
    }
}
