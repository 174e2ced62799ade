package dev.perfbudget.agent.discovery;

import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.generators.core.ClassInfo;
import org.openjdk.jmh.generators.core.FieldInfo;

/** A field as JMH's generator wants to see it. */
record ReflectedField(ReflectedClass holder, Field field) implements FieldInfo {

    @Override
    public String getName() {
        return field.getName();
    }

    @Override
    public ClassInfo getType() {
        return new ReflectedClass(field.getType());
    }

    @Override
    public ClassInfo getDeclaringClass() {
        return holder;
    }

    @Override
    public <T extends Annotation> @Nullable T getAnnotation(Class<T> annotation) {
        return field.getAnnotation(annotation);
    }

    @Override
    public boolean isPublic() {
        return Modifier.isPublic(field.getModifiers());
    }

    @Override
    public boolean isStatic() {
        return Modifier.isStatic(field.getModifiers());
    }

    @Override
    public boolean isFinal() {
        return Modifier.isFinal(field.getModifiers());
    }

    @Override
    public String toString() {
        return holder + "." + field.getName();
    }
}
