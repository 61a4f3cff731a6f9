package org.ringback.language;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringback.handbook.Aspect;
import org.ringback.handbook.CodeClass;
import org.ringback.handbook.DialogEffect;
import org.ringback.handbook.Facet;
import org.ringback.handbook.Finality;
import org.ringback.handbook.ForkEffect;
import org.ringback.handbook.LocalOrigin;
import org.ringback.handbook.Retry;
import org.ringback.handbook.Scope;
import org.ringback.handbook.Standing;
import org.ringback.sip.Fault;
import org.ringback.words.FaultText;

/** Every key that the program asks for: those of all enumerations of text keys, found in the compiled program. */
final class UsedKeys {

    /** Keys that are put together while the program runs; whoever computes more of them adds them here. */
    static final Pattern COMPUTED =
            Pattern.compile("language\\.(name|direction)|q850\\.\\d+|warning\\.\\d+|lookalike\\.q850-cause\\.mapped");

    /** Facets of which a comparison also makes a whole sentence, under {@code .sentence}. */
    private static final Set<Class<? extends Facet>> WITH_SENTENCE = Set.of(
            CodeClass.class,
            Standing.class,
            Finality.class,
            Retry.class,
            Scope.class,
            DialogEffect.class,
            ForkEffect.class,
            LocalOrigin.class);

    /** Aspects that list their values in a sentence, under {@code .sentence} and {@code .none}. */
    private static final Set<Aspect> WITH_LIST = Set.of(
            Aspect.SENDERS,
            Aspect.METHODS,
            Aspect.REQUEST_HEADERS,
            Aspect.HEADERS,
            Aspect.BODY,
            Aspect.TO_Q850,
            Aspect.FROM_Q850);

    /** Single keys below another one. */
    private static final Set<String> PARTS = Set.of("lookalike.q850-cause.mapped");

    private static final Pattern PROGRAM = Pattern.compile("(?!module-info|package-info).*\\.class");

    private static final Set<String> ALL = Collections.unmodifiableSet(collected());

    private UsedKeys() {}

    static Set<String> all() {
        return ALL;
    }

    private static Set<String> collected() {
        var keys = new TreeSet<>(PARTS);
        for (Fault fault : Fault.values()) {
            keys.add(FaultText.of(fault).key());
        }
        for (Class<?> type : program()) {
            if (TextKey.class.isAssignableFrom(type) && type.isEnum()) {
                for (Object constant : type.getEnumConstants()) {
                    addKeys((TextKey) constant, keys);
                }
            }
        }
        return keys;
    }

    /** Every class of the program. */
    private static List<Class<?>> program() {
        var loader = TextKey.class.getClassLoader();
        try {
            var root = Path.of(TextKey.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.walk(root)) {
                List<Class<?>> classes = new ArrayList<>();
                for (Path file : files.filter(file ->
                                PROGRAM.matcher(file.getFileName().toString()).matches())
                        .toList()) {
                    String name = root.relativize(file).toString().replace(File.separatorChar, '.');
                    classes.add(Class.forName(name.substring(0, name.length() - ".class".length()), false, loader));
                }
                return classes;
            }
        } catch (URISyntaxException | ReflectiveOperationException e) {
            throw new AssertionError(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addKeys(TextKey key, Collection<String> keys) {
        keys.add(key.key());
        if (key instanceof Facet facet && WITH_SENTENCE.contains(facet.getClass())) {
            keys.add(facet.sentence().key());
        }
        if (key instanceof Aspect aspect && WITH_LIST.contains(aspect)) {
            keys.add(aspect.with("sentence").key());
            keys.add(aspect.with("none").key());
        }
    }
}
