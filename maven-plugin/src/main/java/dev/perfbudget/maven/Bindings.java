package dev.perfbudget.maven;

import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;

/** Which goals of this plugin a module has in its lifecycle. */
final class Bindings {

    private Bindings() {}

    /** Whether the module's build ends with a judgement. */
    static boolean verify(MavenProject project, PluginDescriptor plugin) {
        var configured = project.getPlugin(plugin.getPluginLookupKey());
        return configured != null
                && configured.getExecutions().stream()
                        .anyMatch(execution -> execution.getGoals().contains("verify"));
    }
}
