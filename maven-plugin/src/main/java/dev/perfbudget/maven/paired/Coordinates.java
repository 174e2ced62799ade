package dev.perfbudget.maven.paired;

import org.apache.maven.artifact.Artifact;

/**
 * What an artifact is called.
 *
 * @param key {@code group:artifact}, or {@code group:artifact:classifier}: a class path has it once
 */
record Coordinates(String key, String version) {

    static Coordinates of(Artifact artifact) {
        return of(
                artifact.getGroupId(),
                artifact.getArtifactId(),
                artifact.hasClassifier() ? artifact.getClassifier() : "",
                artifact.getBaseVersion());
    }

    static Coordinates of(org.eclipse.aether.artifact.Artifact artifact) {
        return of(artifact.getGroupId(), artifact.getArtifactId(), artifact.getClassifier(), artifact.getBaseVersion());
    }

    /** Of parts; the classifier is often empty. */
    static Coordinates of(String groupId, String artifactId, String classifier, String version) {
        var key = groupId + ":" + artifactId;
        return new Coordinates(classifier.isEmpty() ? key : key + ":" + classifier, version);
    }

    @Override
    public String toString() {
        return key + " " + version;
    }
}
