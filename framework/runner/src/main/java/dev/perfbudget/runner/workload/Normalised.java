package dev.perfbudget.runner.workload;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes a class anew without what does not change its work. */
final class Normalised extends ClassVisitor {

    /** Budgets, and those settings of JMH that say how long to measure: the run records them elsewhere. */
    private static final List<String> NOT_WORKLOAD = List.of(
            "Ldev/perfbudget/",
            "Lorg/openjdk/jmh/annotations/BenchmarkMode;",
            "Lorg/openjdk/jmh/annotations/Measurement;",
            "Lorg/openjdk/jmh/annotations/OutputTimeUnit;",
            "Lorg/openjdk/jmh/annotations/Timeout;",
            "Lorg/openjdk/jmh/annotations/Warmup;");

    private static final String FORK = "Lorg/openjdk/jmh/annotations/Fork;";

    private Normalised(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    /** The normal form of a class file; the class file itself if it is of a kind not known yet. */
    static byte[] bytes(byte[] classFile) {
        ClassReader reader;
        try {
            reader = new ClassReader(classFile);
        } catch (IllegalArgumentException newerThanWeKnow) {
            return classFile;
        }
        // A writer of its own lays the constant pool out in order of use, whatever order the compiler had.
        var writer = new ClassWriter(0);
        reader.accept(new Normalised(writer), ClassReader.SKIP_DEBUG);
        return writer.toByteArray();
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        return written(descriptor, () -> super.visitAnnotation(descriptor, visible));
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        var method = super.visitMethod(access, name, descriptor, signature, exceptions);
        return new MethodVisitor(Opcodes.ASM9, method) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return written(annotation, () -> super.visitAnnotation(annotation, visible));
            }
        };
    }

    private static @Nullable AnnotationVisitor written(
            String annotation, Supplier<@Nullable AnnotationVisitor> writer) {
        if (annotation.equals(FORK)) {
            return new JvmOfFork(writer);
        }
        return NOT_WORKLOAD.stream().noneMatch(annotation::startsWith) ? writer.get() : null;
    }

    /** Of {@code @Fork}, the JVM that it asks for and its arguments; how many forks there are does not count. */
    private static final class JvmOfFork extends AnnotationVisitor {

        private static final String OF_JVM = "jvm";

        private final Supplier<@Nullable AnnotationVisitor> writer;

        JvmOfFork(Supplier<@Nullable AnnotationVisitor> writer) {
            super(Opcodes.ASM9);
            this.writer = writer;
        }

        @Override
        public void visit(String attribute, Object value) {
            if (attribute.startsWith(OF_JVM)) {
                begin();
                super.visit(attribute, value);
            }
        }

        @Override
        public @Nullable AnnotationVisitor visitArray(String attribute) {
            if (!attribute.startsWith(OF_JVM)) {
                return null;
            }
            begin();
            return super.visitArray(attribute);
        }

        /** The annotation is written at all only if there is something to write. */
        private void begin() {
            if (av == null) {
                av = writer.get();
            }
        }
    }
}
