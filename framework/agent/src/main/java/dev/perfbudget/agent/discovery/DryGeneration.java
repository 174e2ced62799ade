package dev.perfbudget.agent.discovery;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.generators.core.BenchmarkGenerator;
import org.openjdk.jmh.generators.core.ClassInfo;
import org.openjdk.jmh.generators.core.GeneratorDestination;
import org.openjdk.jmh.generators.core.GeneratorSource;
import org.openjdk.jmh.generators.core.MetadataInfo;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;

/** JMH's generator run on one class for its benchmark list and its complaints; the sources go nowhere. */
final class DryGeneration implements GeneratorSource, GeneratorDestination {

    private static final String LIST = BenchmarkList.BENCHMARK_LIST.substring(1);

    private final Class<?> type;
    private final List<ClassInfo> classes;
    private final ByteArrayOutputStream list = new ByteArrayOutputStream();
    private final List<BenchmarkProblem> problems = new ArrayList<>();

    private DryGeneration(Class<?> type) {
        this.type = type;
        this.classes = ReflectedClass.of(type);
    }

    static DryGeneration of(Class<?> type) {
        var generation = new DryGeneration(type);
        var generator = new BenchmarkGenerator();
        generator.generate(generation, generation);
        generator.complete(generation, generation);
        return generation;
    }

    List<BenchmarkProblem> problems() {
        return List.copyOf(problems);
    }

    List<BenchmarkListEntry> entries() {
        try {
            return BenchmarkList.readBenchmarkList(new ByteArrayInputStream(list.toByteArray()));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Reading memory failed", impossible);
        }
    }

    @Override
    public Collection<ClassInfo> getClasses() {
        return classes;
    }

    @Override
    public ClassInfo resolveClass(String className) {
        try {
            return new ReflectedClass(Class.forName(className, false, type.getClassLoader()));
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException("JMH asks for a class that cannot be found [" + className + "]", missing);
        }
    }

    @Override
    public OutputStream newResource(String path) {
        return path.equals(LIST) ? list : OutputStream.nullOutputStream();
    }

    @Override
    public InputStream getResource(String path) throws IOException {
        throw new FileNotFoundException("Nothing was generated before this [" + path + "]");
    }

    @Override
    public Writer newClass(String className, @Nullable String originatingClassName) {
        return Writer.nullWriter();
    }

    @Override
    public void printError(String message) {
        complain(Optional.empty(), type.getTypeName(), message);
    }

    @Override
    public void printError(String message, MetadataInfo element) {
        complain(methodOf(element), element.toString(), message);
    }

    @Override
    public void printError(String message, Throwable throwable) {
        complain(Optional.empty(), type.getTypeName(), message + " " + throwable);
    }

    @Override
    public void printWarning(String message) {
        // A warning keeps no benchmark from running; the compiler that generates for real shows it.
    }

    @Override
    public void printWarning(String message, MetadataInfo element) {
        printWarning(message);
    }

    @Override
    public void printWarning(String message, Throwable throwable) {
        printWarning(message);
    }

    @Override
    public void printNote(String message) {
        // Notes are about files, of which there are none.
    }

    private void complain(Optional<Method> method, String place, String reason) {
        problems.add(new BenchmarkProblem(
                type,
                method,
                "JMH cannot run the benchmarks of [" + type.getTypeName() + "]: " + reason.strip()
                        + (place.equals(type.getCanonicalName()) ? "" : " (at [" + place + "])")));
    }

    private static Optional<Method> methodOf(MetadataInfo element) {
        if (element instanceof ReflectedMethod.ReflectedParameter parameter) {
            return parameter.method().method();
        }
        return element instanceof ReflectedMethod method ? method.method() : Optional.empty();
    }
}
