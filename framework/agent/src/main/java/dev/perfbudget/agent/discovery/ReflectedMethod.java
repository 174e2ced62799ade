package dev.perfbudget.agent.discovery;

import java.lang.annotation.Annotation;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.generators.core.ClassInfo;
import org.openjdk.jmh.generators.core.MethodInfo;
import org.openjdk.jmh.generators.core.ParameterInfo;

/** A method or constructor as JMH's generator wants to see it. */
record ReflectedMethod(ReflectedClass holder, Executable executable) implements MethodInfo {

    /** The method, unless this is a constructor. */
    Optional<Method> method() {
        return executable instanceof Method method ? Optional.of(method) : Optional.empty();
    }

    @Override
    public String getName() {
        return executable.getName();
    }

    @Override
    public String getQualifiedName() {
        return Arrays.stream(executable.getParameterTypes())
                .map(Class::getTypeName)
                .collect(Collectors.joining(",", holder.getQualifiedName() + "." + getName() + "(", ")"));
    }

    @Override
    public String getReturnType() {
        return method().map(method -> new ReflectedClass(method.getReturnType()).getQualifiedName())
                .orElse("void");
    }

    @Override
    public Collection<ParameterInfo> getParameters() {
        return Arrays.stream(executable.getParameterTypes())
                .map(type -> (ParameterInfo) new ReflectedParameter(this, type))
                .toList();
    }

    @Override
    public ClassInfo getDeclaringClass() {
        return holder;
    }

    @Override
    public <T extends Annotation> @Nullable T getAnnotation(Class<T> annotation) {
        return executable.getAnnotation(annotation);
    }

    @Override
    public boolean isPublic() {
        return Modifier.isPublic(executable.getModifiers());
    }

    @Override
    public boolean isAbstract() {
        return Modifier.isAbstract(executable.getModifiers());
    }

    @Override
    public boolean isSynchronized() {
        return Modifier.isSynchronized(executable.getModifiers());
    }

    @Override
    public boolean isStrictFP() {
        return Modifier.isStrict(executable.getModifiers());
    }

    @Override
    public boolean isStatic() {
        return Modifier.isStatic(executable.getModifiers());
    }

    @Override
    public int compareTo(MethodInfo other) {
        return getQualifiedName().compareTo(other.getQualifiedName());
    }

    @Override
    public String toString() {
        return holder + "." + getName();
    }

    /** A parameter, of which JMH wants no more than the type. */
    record ReflectedParameter(ReflectedMethod method, Class<?> type) implements ParameterInfo {

        @Override
        public ClassInfo getType() {
            return new ReflectedClass(type);
        }

        @Override
        public String toString() {
            return method.toString();
        }
    }
}
