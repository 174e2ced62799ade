package dev.perfbudget.protocol;

import java.io.Serializable;
import java.util.List;

/** What the candidate of a plan is compared with. */
public sealed interface Against extends Serializable {

    /** What the module has accepted, if anything. */
    record Stored() implements Against {}

    /**
     * Another build, which is measured beside it, on the same JDK and in the same directory.
     *
     * @param name for people: {@code git:origin/main (a1b2c3d)}
     * @param classPath absolute paths, in order: the candidate's harness with the other build's subject
     * @param differences between both class paths, in words
     */
    record Artifact(String name, List<String> classPath, List<String> differences) implements Against {

        public Artifact {
            classPath = List.copyOf(classPath);
            differences = List.copyOf(differences);
        }
    }
}
