package org.ringback;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is not a plain part of Java, in groups that a room of the house may use or not. */
enum Outside {
    /** Only what can be observed, nothing that is shown. */
    BEANS("javafx.beans", "javafx.collections", "javafx.util"),
    TOOLKIT(
            "javafx.animation",
            "javafx.application",
            "javafx.concurrent",
            "javafx.css",
            "javafx.event",
            "javafx.geometry",
            "javafx.print",
            "javafx.scene",
            "javafx.stage",
            "org.controlsfx",
            "atlantafx",
            "org.kordamp"),
    /** Pictures without a window. */
    IMAGES("java.awt.image", "javax.imageio"),
    JSON("com.fasterxml.jackson"),
    XML("javax.xml.stream"),
    OPTIONS("picocli"),
    /** By which a host proves who it is. */
    CERTIFICATES("java.security.cert", "javax.security.auth.x500"),
    /** Words of many languages, their stems, and those that say nothing. */
    LANGUAGES("org.apache.lucene", "org.tartarus.snowball"),
    /** Sound that is played. */
    LOUDSPEAKER("javax.sound.sampled"),
    CRYPTOGRAPHY("javax.crypto"),
    /** Opus, decoded. */
    OPUS("io.github.jaredmdobson.concentus"),
    FILES(
            "java.nio.file",
            "java.nio.channels.ClosedByInterruptException",
            "java.nio.channels.FileChannel",
            "java.nio.channels.FileLock",
            "java.nio.channels.OverlappingFileLockException",
            "java.io.File"),
    TERMINAL("java.io.PrintStream", "java.io.Console", "java.io.FileDescriptor"),
    /** Which resources there are, in a folder and in an image alike. */
    RESOURCES("java.lang.module", "java.net.URL");

    /** Parts of Java that compute and nothing else. */
    private static final List<String> PLAIN = List.of("java.lang", "java.math", "java.text", "java.time", "java.util");

    /** Buffers, streams of bytes and the like: whole names or packages without what lies below them. */
    private static final Set<String> PLAIN_PACKAGES =
            Set.of("java.io", "java.nio", "java.nio.charset", "java.security");

    /** Between spaces. */
    private final String names;

    Outside(String... names) {
        this.names = String.join(" ", names);
    }

    /** The group of a class, or empty if it is plain. Fails if it is neither. */
    static Optional<Outside> of(JavaClass used) {
        Optional<Outside> group =
                Arrays.stream(values()).filter(one -> one.holds(used)).findFirst();
        if (group.isEmpty() && !plain(used)) {
            throw new AssertionError(used.getName() + " is in no group of Outside: may anyone use it, and why?");
        }
        return group;
    }

    private boolean holds(JavaClass used) {
        return Arrays.stream(names.split(" ", -1)).anyMatch(name -> under(used.getName(), name))
                || (this == FILES
                        && Stream.of("java.io.FileInputStream", "java.io.FileOutputStream", "java.io.RandomAccessFile")
                                .anyMatch(used.getName()::equals));
    }

    private static boolean plain(JavaClass used) {
        return used.isPrimitive()
                || PLAIN_PACKAGES.contains(used.getPackageName())
                || PLAIN.stream().anyMatch(name -> under(used.getName(), name))
                || used.getName().startsWith("java.net.URI");
    }

    private static boolean under(String name, String upper) {
        return name.equals(upper) || name.startsWith(upper + ".") || name.startsWith(upper + "$");
    }
}
