package org.ringback.diagnosis.rule.refusal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Weight;

/**
 * What some causes of the telephone network (ITU-T Q.850, 2.2) mean. What is in none of them says nothing, as 31 and 127, or
 * is told by another rule, as 14.
 */
public record CauseMeaning(Kind kind, Subject subject, Set<Integer> causes) {

    /** What causes and codes are about. */
    @SuppressWarnings("ImmutableEnumChecker")
    public enum Subject {
        NUMBER(404, 410, 484, 485, 604),
        CALLEE(408, 480, 486, 600, 603),
        CAPACITY(500, 502, 503, 504),
        MEDIA(415, 480, 488, 500, 503, 606),
        PERMISSION(403, 501),
        PROTOCOL(408, 480, 500, 502, 503, 504);

        private final Set<Integer> codes;

        Subject(Integer... codes) {
            this.codes = Set.of(codes);
        }

        /** Whether a response with this code is about the same. */
        boolean of(int code) {
            return codes.contains(code);
        }

        /** Whether a code is about one of these things and not any refusal. */
        static boolean anyOf(int code) {
            return List.of(values()).stream().anyMatch(subject -> subject.of(code));
        }
    }

    /** What the next hop did has nothing to do with the callee, nor with what there is too little of. */
    private static final String[] NEXT_HOP = {
        "next-hop-send-failed", "next-hop-unresolvable", "next-hop-unreachable", "next-hop-silent"
    };

    private static final List<CauseMeaning> ALL = List.of(
            number("cause-number", 1, 4),
            number("cause-no-route", 2, 3, 91),
            number("cause-number-changed", 22),
            number("cause-number-incomplete", 5, 28),
            number("cause-routing-loop", 25),
            new CauseMeaning(kind("line-busy").unless(Busy.OTHER_RULES), Subject.CALLEE, Set.of(17)),
            callee("cause-subscriber", 21, 24),
            callee("cause-no-reaction", 18),
            callee("cause-no-answer", 19),
            callee("cause-absent", 20),
            new CauseMeaning(
                    Kind.of("cause-not-selected", Weight.NORMAL, 6432, null, "code", "cause", "refuser"),
                    Subject.CALLEE,
                    Set.of(26)),
            callee("cause-out-of-order", 27),
            capacity("cause-congestion", 8, 9, 34, 42, 44, 46, 47, 49),
            capacity("cause-network-fault", 38, 41, 43),
            new CauseMeaning(
                    kind("cause-media")
                            .unless(
                                    "codecs-disjoint",
                                    "codecs-refused",
                                    "srtp-refused",
                                    "srtp-required",
                                    "media-refused-not-codecs"),
                    Subject.MEDIA,
                    Set.of(58, 65, 70, 88)),
            new CauseMeaning(kind("cause-barred"), Subject.PERMISSION, Set.of(50, 53, 55, 57, 62, 87, 90)),
            new CauseMeaning(kind("cause-not-offered"), Subject.PERMISSION, Set.of(29, 63, 66, 69, 79)),
            new CauseMeaning(
                    kind("cause-protocol"), Subject.PROTOCOL, Set.of(81, 82, 95, 96, 97, 98, 99, 100, 101, 111)),
            new CauseMeaning(
                    kind("cause-timer").unless("next-hop-silent", "leg-behind-silent", "nobody-answered"),
                    Subject.PROTOCOL,
                    Set.of(102)));

    static Optional<CauseMeaning> of(int cause) {
        return ALL.stream().filter(one -> one.causes.contains(cause)).findFirst();
    }

    /** The ids of those about one of these things: what guesses at another one gives way to them. */
    public static String[] ids(Subject... subjects) {
        return ALL.stream()
                .filter(one -> List.of(subjects).contains(one.subject))
                .map(one -> one.kind.id())
                .toArray(String[]::new);
    }

    static List<Kind> kinds() {
        return ALL.stream().map(CauseMeaning::kind).toList();
    }

    private static CauseMeaning number(String id, Integer... causes) {
        return new CauseMeaning(kind(id), Subject.NUMBER, Set.of(causes));
    }

    /** Other rules tell it with how long it rang, or for a whole group. */
    private static CauseMeaning callee(String id, Integer... causes) {
        Kind kind = kind(id).unless("declined-by-hand", "declined-by-timer", "declined-for-all", "nobody-answered")
                .unless("leg-behind-silent", "progress-names-cause")
                .unless(NEXT_HOP);
        return new CauseMeaning(kind, Subject.CALLEE, Set.of(causes));
    }

    /** Other rules know what there was too little of, or what is broken. */
    private static CauseMeaning capacity(String id, Integer... causes) {
        Kind kind = kind(id).unless("channels-used-up", "contact-is-registrar", "leg-behind-silent")
                .unless(NEXT_HOP);
        return new CauseMeaning(kind, Subject.CAPACITY, Set.of(causes));
    }

    private static Kind kind(String id) {
        return Kind.of(id, Weight.FAILURE, 6432, null, "code", "cause", "refuser");
    }
}
