package org.ringback.session;

import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;
import org.ringback.call.Identity;
import org.ringback.capture.wire.Captured;

/** In which order calls stand; equal ones stay in order of their start, unknown values come last either way. */
public record CallOrder(By by, boolean descending) {

    /** As they began. */
    public static final CallOrder BY_START = new CallOrder(By.START, false);

    /** What calls can be ordered by, always by the value and never by how it is written. */
    public enum By {
        START,
        FROM,
        TO,
        ENDING,
        CODE,
        SETUP,
        TALK,
        MEDIA,
        MESSAGES,
        FINDINGS;

        /** As it stands in the settings file. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Comparator<CallRow> comparator() {
        return switch (by) {
            case START ->
                comparing(row -> row.call().start() == Captured.NO_TIME
                        ? null
                        : row.call().start());
            case FROM -> comparing(row -> name(row.from()));
            case TO -> comparing(row -> name(row.to()));
            case ENDING -> comparing(CallRow::ending);
            case CODE -> comparing(row -> row.code() == 0 ? null : row.code());
            case SETUP -> comparing(row -> row.call().times().postDialDelay().orElse(null));
            case TALK -> comparing(row -> row.call().times().talkTime().orElse(null));
            case MEDIA -> comparing(row -> row.mark().media().orElse(null));
            case MESSAGES -> comparing(CallRow::messages);
            case FINDINGS -> comparing(row -> row.mark().heaviest());
        };
    }

    private <T extends Comparable<? super T>> Comparator<CallRow> comparing(Function<CallRow, T> value) {
        Comparator<T> known = Comparator.naturalOrder();
        return Comparator.comparing(value, Comparator.nullsLast(descending ? known.reversed() : known));
    }

    private static String name(Identity identity) {
        String name = identity.name();
        return name.isEmpty() ? null : name.toLowerCase(Locale.ROOT);
    }
}
