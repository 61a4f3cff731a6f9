package org.ringback.diagnosis.rule;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Causes;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.handbook.ResponseCode;

/**
 * The cause of the telephone network (ITU-T Q.850) that a refusal brings along in its Reason header (RFC 3326, RFC 6432):
 * it often says more than the code, and sometimes something else (RFC 3398, 7.2.4.1).
 */
final class NetworkCause implements RefusalRule {

    private static final Kind NUMBER = kind("cause-number");
    private static final Kind SUBSCRIBER = kind("cause-subscriber")
            .unless("line-busy", "declined-by-hand", "declined-by-timer", "declined-for-all", "nobody-answered")
            .unless("leg-behind-silent", "progress-names-cause");
    private static final Kind CONGESTION = kind("cause-congestion")
            .unless(
                    "channels-used-up",
                    "next-hop-send-failed",
                    "next-hop-unresolvable",
                    "next-hop-unreachable",
                    "next-hop-silent",
                    "contact-is-registrar",
                    "leg-behind-silent");
    private static final Kind MEDIA = kind("cause-media")
            .unless("codecs-disjoint", "codecs-refused", "srtp-refused", "srtp-required", "media-refused-not-codecs");
    private static final Kind BARRED = kind("cause-barred");
    private static final Kind PROTOCOL = kind("cause-protocol");
    private static final Kind CONTRADICTION =
            Kind.of("cause-contradicts-code", Weight.FAILURE, 3398, "7.2.4.1", "code", "cause", "usual", "refuser");

    /** What a cause is about; what is in none of them says nothing, as 31 and 127, or is about media. */
    private static final Map<Kind, Set<Integer>> ABOUT = Map.of(
            NUMBER, Set.of(1, 2, 3, 5, 22, 25, 28),
            SUBSCRIBER, Set.of(17, 18, 19, 20, 21, 24, 27),
            CONGESTION, Set.of(34, 38, 41, 42, 43, 44, 46, 47, 49),
            MEDIA, Set.of(58, 65, 70, 88),
            BARRED, Set.of(29, 50, 53, 55, 57, 62, 63, 69, 79, 87, 90),
            PROTOCOL, Set.of(81, 82, 95, 96, 97, 98, 99, 100, 101, 102, 111));

    /** What the codes are about that are about one thing. */
    private static final Map<Kind, Set<Integer>> CODES = Map.of(
            NUMBER, Set.of(404, 410, 484, 485, 604),
            SUBSCRIBER, Set.of(408, 480, 486, 600, 603),
            CONGESTION, Set.of(500, 502, 503, 504),
            PROTOCOL, Set.of(500, 502, 503, 504, 408),
            MEDIA, Set.of(415, 480, 488, 500, 503, 606),
            BARRED, Set.of(403, 501));

    private static final int NO_RESERVATION = 580;

    private static Kind kind(String id) {
        return Kind.of(id, Weight.FAILURE, 6432, null, "code", "cause", "refuser");
    }

    @Override
    public List<Kind> kinds() {
        return List.of(NUMBER, SUBSCRIBER, CONGESTION, MEDIA, BARRED, PROTOCOL, CONTRADICTION);
    }

    @Override
    public Optional<Finding> judge(Refusal refusal, Case examined) {
        Message told = refusal.response();
        Optional<Integer> cause = Causes.of(told, examined);
        // A B2BUA puts in a cause of its own, also where the other leg was refused without one.
        return cause.equals(Causes.of(refusal.origin().answer(), examined))
                ? cause.flatMap(number -> look(told, number, examined))
                : Optional.empty();
    }

    private Optional<Finding> look(Message told, int cause, Case examined) {
        int code = told.head().status();
        // The resources that 580 speaks of are those that a cause of the network would name.
        boolean saysNoMore = code == NO_RESERVATION
                || (cause == 17 && (code == 486 || code == 600))
                || Blocked.byNetwork(told, examined);
        Optional<Kind> about = ABOUT.entrySet().stream()
                .filter(group -> group.getValue().contains(cause))
                .map(Map.Entry::getKey)
                .findFirst();
        if (saysNoMore || about.isEmpty()) {
            return Optional.empty();
        }
        Optional<ResponseCode> usual = usual(cause);
        boolean contradicts = usual.isPresent() && !fits(code, cause) && !about(about.get(), code) && aboutOther(code);
        Origin origin = Origins.of(told, examined);
        var finding = Finding.about(contradicts ? CONTRADICTION : about.get(), Certainty.LIKELY)
                .proof(told)
                .saidBy(origin)
                .with("code", examined.code(told))
                .with("cause", new Value.Cause(cause))
                .with("refuser", Value.of(origin.firstSaidBy()));
        if (contradicts) {
            finding.with(
                    "usual", new Value.Code(usual.get().number(), usual.get().phrase()));
        }
        return Optional.of(finding.found());
    }

    /** The code that a gateway should make of a cause. */
    private Optional<ResponseCode> usual(int cause) {
        return KnownCodes.all().all().stream()
                .filter(code -> code.number() >= 400 && code.q850().fromCauses().contains(cause))
                .findFirst();
    }

    private boolean fits(int code, int cause) {
        return KnownCodes.all()
                .find(code)
                .map(ResponseCode::q850)
                .filter(mapping -> mapping.fromCauses().contains(cause)
                        || (mapping.toCause() != null
                                && mapping.toCause().cause() != null
                                && mapping.toCause().cause() == cause))
                .isPresent();
    }

    private static boolean about(Kind group, int code) {
        return CODES.getOrDefault(group, Set.of()).contains(code);
    }

    private static boolean aboutOther(int code) {
        return CODES.values().stream().anyMatch(group -> group.contains(code));
    }
}
