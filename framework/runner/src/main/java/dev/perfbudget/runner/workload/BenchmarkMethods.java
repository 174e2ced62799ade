package dev.perfbudget.runner.workload;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Which benchmarks the classes of a class path have, whether or not anybody asked for them. */
public final class BenchmarkMethods {

    private static final String BENCHMARK = "Lorg/openjdk/jmh/annotations/Benchmark;";
    private static final String GROUP = "Lorg/openjdk/jmh/annotations/Group;";

    private final ClassFiles files;

    public BenchmarkMethods(ClassFiles files) {
        this.files = files;
    }

    /**
     * Whether there still is a benchmark.
     *
     * @param name JMH's: class, dot, method or group, with dots before nested classes
     */
    public boolean has(String name) {
        return has(name, false);
    }

    /**
     * Whether there still is a method that could be a test.
     *
     * @param name class, dot, method, perhaps with the types of its parameters in parentheses
     */
    public boolean hasTest(String name) {
        return has(name.replaceFirst("\\(.*", ""), true);
    }

    private boolean has(String name, boolean anyMethod) {
        var dot = name.lastIndexOf('.');
        try {
            return binaryNames(name.substring(0, Math.max(0, dot)))
                    .map(className -> methodsOf(className, anyMethod))
                    .anyMatch(methods -> methods.contains(name.substring(dot + 1)));
        } catch (IllegalArgumentException newerThanWeKnow) {
            return true;
        }
    }

    /** Any of the last dots may stand for a class within a class. */
    private static Stream<String> binaryNames(String className) {
        return Stream.iterate(
                        Optional.of(className), Optional::isPresent, tried -> tried.filter(name -> name.contains("."))
                                .map(name -> name.substring(0, name.lastIndexOf('.'))
                                        + '$'
                                        + name.substring(name.lastIndexOf('.') + 1)))
                .flatMap(Optional::stream);
    }

    /** Methods and groups, inherited ones too. */
    private Set<String> methodsOf(String className, boolean any) {
        var found = new HashSet<String>();
        var next = Optional.of(className);
        while (next.isPresent()) {
            next = files.bytesOf(next.get()).flatMap(bytes -> collect(bytes, new Collector(found, any)));
        }
        return found;
    }

    /** Adds those of one class, and gives its superclass. */
    private static Optional<String> collect(byte[] classFile, Collector collector) {
        var reader = new ClassReader(classFile);
        reader.accept(collector, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return Optional.ofNullable(reader.getSuperName()).map(name -> name.replace('/', '.'));
    }

    private static final class Collector extends ClassVisitor {

        private final Set<String> found;
        private final boolean any;

        Collector(Set<String> found, boolean any) {
            super(Opcodes.ASM9);
            this.found = found;
            this.any = any;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String type, @Nullable String signature, String @Nullable [] exceptions) {
            if (any) {
                found.add(name);
            }
            return new MethodVisitor(Opcodes.ASM9) {

                @Override
                public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                    if (annotation.equals(BENCHMARK)) {
                        found.add(name);
                    }
                    return annotation.equals(GROUP) ? new GroupName(found) : null;
                }
            };
        }
    }

    private static final class GroupName extends AnnotationVisitor {

        private final Set<String> found;

        GroupName(Set<String> found) {
            super(Opcodes.ASM9);
            this.found = found;
        }

        @Override
        public void visit(String attribute, Object value) {
            found.add(value.toString());
        }
    }
}
