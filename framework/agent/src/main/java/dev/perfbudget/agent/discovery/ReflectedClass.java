package dev.perfbudget.agent.discovery;

import java.lang.annotation.Annotation;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.generators.core.ClassInfo;
import org.openjdk.jmh.generators.core.FieldInfo;
import org.openjdk.jmh.generators.core.MethodInfo;

/** A class as JMH's generator wants to see it: as the compiler would show it, so without what the compiler made. */
record ReflectedClass(Class<?> type) implements ClassInfo {

    @Override
    public String getPackageName() {
        return declared() ? type.getPackageName() : "";
    }

    @Override
    public String getQualifiedName() {
        var canonical = type.getCanonicalName();
        return canonical == null ? type.getName() : canonical;
    }

    @Override
    public String getName() {
        return declared() ? type.getSimpleName() : getQualifiedName();
    }

    @Override
    public @Nullable ClassInfo getSuperClass() {
        return type.getSuperclass() == null ? null : new ReflectedClass(type.getSuperclass());
    }

    @Override
    public @Nullable ClassInfo getDeclaringClass() {
        return type.getDeclaringClass() == null ? null : new ReflectedClass(type.getDeclaringClass());
    }

    @Override
    public Collection<FieldInfo> getFields() {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> !field.isSynthetic())
                .map(field -> (FieldInfo) new ReflectedField(this, field))
                .toList();
    }

    @Override
    public Collection<MethodInfo> getMethods() {
        // Bridges carry the annotations of the method they lead to, and would count twice.
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .map(method -> (MethodInfo) new ReflectedMethod(this, method))
                .toList();
    }

    @Override
    public Collection<MethodInfo> getConstructors() {
        return Arrays.stream(type.getDeclaredConstructors())
                .filter(constructor -> !constructor.isSynthetic())
                .map(constructor -> (MethodInfo) new ReflectedMethod(this, constructor))
                .toList();
    }

    @Override
    public <T extends Annotation> @Nullable T getAnnotation(Class<T> annotation) {
        return type.getAnnotation(annotation);
    }

    @Override
    public boolean isAbstract() {
        return declared() && Modifier.isAbstract(type.getModifiers());
    }

    @Override
    public boolean isPublic() {
        return !declared() || Modifier.isPublic(type.getModifiers());
    }

    @Override
    public boolean isStrictFP() {
        return Modifier.isStrict(type.getModifiers());
    }

    @Override
    public boolean isFinal() {
        return declared() && Modifier.isFinal(type.getModifiers());
    }

    @Override
    public boolean isInner() {
        return type.isAnonymousClass()
                || type.isLocalClass()
                || (type.isMemberClass() && !Modifier.isStatic(type.getModifiers()));
    }

    @Override
    public boolean isEnum() {
        return type.isEnum();
    }

    @Override
    public Collection<String> getEnumConstants() {
        // By its fields, so that the enum is not initialised.
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.isEnumConstant())
                .map(field -> field.getName())
                .toList();
    }

    @Override
    public String toString() {
        return getQualifiedName();
    }

    private boolean declared() {
        return !type.isPrimitive() && !type.isArray();
    }

    static List<ClassInfo> of(Class<?> type) {
        return List.of(new ReflectedClass(type));
    }
}
