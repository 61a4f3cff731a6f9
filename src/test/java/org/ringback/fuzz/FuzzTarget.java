package org.ringback.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** A class that Jazzer can drive, driven without it: its seeds, and what it does with an input. */
final class FuzzTarget {

    private final String name;
    private final Object instance;
    private final Method method;
    private final List<byte[]> seeds;

    private FuzzTarget(String name, Object instance, Method method, List<byte[]> seeds) {
        this.name = name;
        this.instance = instance;
        this.method = method;
        this.seeds = seeds;
    }

    static FuzzTarget of(String className) throws ReflectiveOperationException {
        Class<?> type = Class.forName(className);
        Method method = Arrays.stream(type.getDeclaredMethods())
                .filter(one -> one.isAnnotationPresent(FuzzTest.class))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        return new FuzzTarget(
                type.getSimpleName(),
                constructor.newInstance(),
                method,
                seeds(type, method.getAnnotation(MethodSource.class).value()[0]));
    }

    private static List<byte[]> seeds(Class<?> type, String source) throws ReflectiveOperationException {
        int hash = source.indexOf('#');
        Class<?> owner = hash < 0 ? type : Class.forName(source.substring(0, hash));
        Method seeds = owner.getDeclaredMethod(source.substring(hash + 1));
        seeds.setAccessible(true);
        return ((Stream<?>) seeds.invoke(null)).map(byte[].class::cast).toList();
    }

    String name() {
        return name;
    }

    List<byte[]> seeds() {
        return seeds;
    }

    /** Hands it an input; whatever it throws is a find. */
    void run(byte[] input) throws Throwable {
        try {
            method.invoke(instance, (Object) input);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
