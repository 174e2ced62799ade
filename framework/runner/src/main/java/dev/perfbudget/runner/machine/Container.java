package dev.perfbudget.runner.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What kind of container this runs in, by the marks that containers leave. */
final class Container {

    private final Path root;
    private final Map<String, String> environment;

    Container(Path root, Map<String, String> environment) {
        this.root = root;
        this.environment = environment;
    }

    /** {@code kubernetes}, {@code docker}, {@code podman}, {@code lxc}; absent outside. */
    Optional<String> kind() {
        if (environment.containsKey("KUBERNETES_SERVICE_HOST")) {
            return Optional.of("kubernetes");
        }
        if (Files.exists(root.resolve(".dockerenv"))) {
            return Optional.of("docker");
        }
        if (Files.exists(root.resolve("run/.containerenv"))) {
            return Optional.of("podman");
        }
        return Optional.ofNullable(environment.get("container")).or(this::fromControlGroup);
    }

    private Optional<String> fromControlGroup() {
        try {
            var groups = Files.readString(root.resolve("proc/1/cgroup"));
            return Stream.of("kubepods", "docker", "lxc")
                    .filter(groups::contains)
                    .map(mark -> mark.equals("kubepods") ? "kubernetes" : mark)
                    .findFirst();
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }
}
