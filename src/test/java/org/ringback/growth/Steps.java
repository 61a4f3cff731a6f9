package org.ringback.growth;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;

/** Where classes of {@link CountingLoader} count what they do, all in one thread: each such loader has its own. */
public final class Steps {

    private static long count;

    private Steps() {}

    /** How many there were since the last time. */
    public static long taken() {
        long taken = count;
        count = 0;
        return taken;
    }

    /** A method begins, or a loop goes round. */
    public static void step() {
        count++;
    }

    /** Something of Java's goes through all of this. */
    public static void through(Object all) {
        switch (all) {
            // A set or a map finds what it is asked for at once.
            case java.util.Set<?> _, Map<?, ?> _ -> count++;
            case Collection<?> some -> count += some.size();
            case CharSequence text -> count += text.length();
            case null, default -> count++;
        }
    }

    /** All of this is copied. */
    public static void copied(Object all) {
        count += all instanceof Collection<?> some ? some.size() : 1;
    }

    /** The same text, but each look of a pattern at a character counts. */
    public static CharSequence watched(CharSequence text) {
        return new Watched(text.toString());
    }

    public static String replaceAll(String text, String pattern, String by) {
        return Pattern.compile(pattern).matcher(watched(text)).replaceAll(by);
    }

    public static String replaceFirst(String text, String pattern, String by) {
        return Pattern.compile(pattern).matcher(watched(text)).replaceFirst(by);
    }

    public static boolean matches(String text, String pattern) {
        return Pattern.compile(pattern).matcher(watched(text)).matches();
    }

    private record Watched(String text) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            count++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
