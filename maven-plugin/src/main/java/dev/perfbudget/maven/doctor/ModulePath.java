package dev.perfbudget.maven.doctor;

import dev.perfbudget.runner.doctor.Finding;
import dev.perfbudget.runner.doctor.Rule;
import dev.perfbudget.runner.doctor.Spoils;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Whether the code is a module, which forks do not run it as. */
record ModulePath(ExaminedModule module) implements Rule {

    @Override
    public String name() {
        return "module path";
    }

    @Override
    public Spoils spoils() {
        return Spoils.NOTHING;
    }

    @Override
    public List<Finding> look() {
        return Stream.concat(
                        module.outputs().stream().map(output -> output.resolve("module-info.class")),
                        sources().map(source -> source.resolve("module-info.java")))
                .filter(Files::exists)
                .findFirst()
                .map(
                        file -> Finding.information(
                                "The code is a module [" + file + "], and is measured on the class path.",
                                "Nothing to do, unless it asks for its module at run time or finds services by module-info only."))
                .stream()
                .toList();
    }

    private Stream<Path> sources() {
        return Stream.concat(
                        module.project().getCompileSourceRoots().stream(),
                        module.project().getTestCompileSourceRoots().stream())
                .map(Path::of);
    }
}
