package org.ringback.trace;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;

/**
 * An error in words for a developer: when, in which version on which system, and the whole stack with all causes.
 *
 * <p>Messages are left out but for errors whose messages the Java runtime makes by itself from names and numbers of the
 * code. All others, those of libraries first of all, may quote what was read, and that is somebody's call.
 */
final class LogEntry {

    /** Of one error; endless recursion has a thousand, all alike. */
    private static final int MOST_FRAMES = 120;

    /** Causes and what was suppressed, which may go in circles. */
    private static final int MOST_ERRORS = 24;

    private static final int LONGEST_MESSAGE = 300;

    private final StringBuilder text = new StringBuilder();
    private final Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());

    private LogEntry() {}

    /**
     * The lines of an entry without its time, the last one empty; the same error at the same place has the same.
     *
     * @param where who tells it, a class
     */
    static String of(String where, Throwable error) {
        var entry = new LogEntry();
        entry.line(where + ", thread " + Thread.currentThread().getName());
        entry.line(system());
        entry.add(error);
        entry.line("");
        return entry.text.toString();
    }

    private static String system() {
        String version = Optional.ofNullable(LogEntry.class.getModule().getDescriptor())
                .flatMap(module -> module.rawVersion())
                .orElse("of unknown version");
        return "Ringback " + version + ", Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + "), "
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch");
    }

    private record Next(String label, Throwable error) {}

    private void add(Throwable error) {
        Deque<Next> left = new ArrayDeque<>();
        left.add(new Next("", error));
        while (!left.isEmpty() && told.size() < MOST_ERRORS) {
            Next next = left.removeFirst();
            if (told.add(next.error)) {
                line(next.label + named(next.error));
                frames(next.error.getStackTrace());
                for (Throwable suppressed : next.error.getSuppressed()) {
                    left.addLast(new Next("Suppressed: ", suppressed));
                }
                if (next.error.getCause() != null) {
                    left.addFirst(new Next("Caused by: ", next.error.getCause()));
                }
            }
        }
    }

    private void frames(StackTraceElement[] frames) {
        for (int i = 0; i < Math.min(frames.length, MOST_FRAMES); i++) {
            line("    at " + frames[i]);
        }
        if (frames.length > MOST_FRAMES) {
            line("    and " + (frames.length - MOST_FRAMES) + " more");
        }
    }

    private static String named(Throwable error) {
        String type = error.getClass().getName();
        String message = ownWords(error) ? error.getMessage() : null;
        if (message == null) {
            return type;
        }
        return type + ": "
                + message.substring(0, Math.min(message.length(), LONGEST_MESSAGE))
                        .replaceAll("\\s+", " ");
    }

    /** Whether the Java runtime made the message: which class is missing, which variable is null, which index is wrong. */
    private static boolean ownWords(Throwable error) {
        return switch (error) {
            case LinkageError _, VirtualMachineError _ -> true;
            case ClassCastException _, ArrayStoreException _, NegativeArraySizeException _ -> true;
            case IndexOutOfBoundsException _, NullPointerException _, ArithmeticException _ -> true;
            default -> false;
        };
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
