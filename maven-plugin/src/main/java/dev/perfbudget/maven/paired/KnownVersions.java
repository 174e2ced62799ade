package dev.perfbudget.maven.paired;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;

/** Who knows which versions there are. */
interface KnownVersions {

    /**
     * Versions of an artifact, ascending in Maven's order.
     *
     * @param key {@code group:artifact}
     * @param range such as {@code (,1.5)}
     */
    List<String> versions(String key, String range) throws MojoExecutionException;
}
