package dev.perfbudget.maven;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.project.MavenProject;

/** Artifacts by {@code groupId:artifactId}, as far as they are jars that a class path has once. */
final class Artifacts {

    private Artifacts() {}

    /** The versions of everything on the module's test class path, and of the module itself. */
    static Map<String, String> versions(MavenProject project) {
        var versions = new LinkedHashMap<String, String>();
        versions.put(project.getGroupId() + ":" + project.getArtifactId(), project.getVersion());
        for (var artifact : project.getArtifacts()) {
            if (!artifact.hasClassifier()) {
                versions.put(key(artifact), artifact.getBaseVersion());
            }
        }
        return versions;
    }

    static String key(Artifact artifact) {
        return artifact.getGroupId() + ":" + artifact.getArtifactId();
    }

    static String key(org.eclipse.aether.artifact.Artifact artifact) {
        return artifact.getGroupId() + ":" + artifact.getArtifactId();
    }
}
