package dev.perfbudget.protocol;

import java.io.Serializable;
import java.util.List;

/**
 * Whose code is measured: a JDK and a class path.
 *
 * @param javaHome absolute path of the JDK (or JRE) that hosts and forks run on
 * @param classPath absolute paths, in order; has the agent and JMH in it
 * @param workingDirectory absolute path that hosts and forks run in
 */
public record Side(String javaHome, List<String> classPath, String workingDirectory) implements Serializable {

    public Side {
        classPath = List.copyOf(classPath);
    }
}
