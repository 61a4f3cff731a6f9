package org.ringback.diagnosis.rule.refusal;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.RefusalFinding;
import org.ringback.diagnosis.rule.RefusalRule;
import org.ringback.sip.EmergencyService;
import org.ringback.sip.Header;

/** Calls refused for the kind of their address, or for where the caller is: emergency calls above all. */
final class RefusedAddress implements RefusalRule {

    private static final Kind EMERGENCY =
            Kind.of("emergency-call-refused", Weight.FAILURE, 5031, "4.2", "refuser", "code", "target");
    private static final Kind LOCATION =
            Kind.of("location-refused", Weight.FAILURE, 6442, "4.3", "refuser", "code", "detail");
    private static final Kind NO_DETAIL =
            Kind.of("location-refused-unsaid", Weight.FAILURE, 6442, "4.3", "refuser", "code");
    private static final Kind SCHEME =
            Kind.of("scheme-refused", Weight.FAILURE, 3261, "21.4.14", "refuser", "code", "target");

    private static final String SOS = "INVITE " + EmergencyService.URN;

    private static final Set<Integer> BUSY = Set.of(486, 600);

    /** No answer, away, declined. */
    private static final Set<Integer> OF_PHONES = Set.of(408, 480, 603);

    /** Not allowed, not known, not understood: a server in trouble, or one that dislikes the media, refuses other calls too. */
    private static final Set<Integer> ABOUT_THE_TARGET = Set.of(403, 404, 410, 416, 484, 485, 604);

    private static final int BAD_LOCATION = 424;
    private static final int UNSUPPORTED_SCHEME = 416;

    @Override
    public List<Kind> kinds() {
        return List.of(EMERGENCY, LOCATION, NO_DETAIL, SCHEME);
    }

    @Override
    public Optional<Finding> judge(Refusal refusal, Case examined) {
        return located(refusal, examined)
                .or(() -> emergency(refusal, examined).map(certainty -> aimed(EMERGENCY, certainty, refusal, examined)))
                .or(() -> refusal.status() == UNSUPPORTED_SCHEME
                        ? Optional.of(aimed(SCHEME, Certainty.CERTAIN, refusal, examined))
                        : Optional.empty());
    }

    private static Finding aimed(Kind kind, Certainty certainty, Refusal refusal, Case examined) {
        String target = refusal.target(examined);
        return about(kind, certainty, refusal, examined)
                .with("target", target.isEmpty() ? new Value.Unknown() : Value.of(target))
                .found();
    }

    /**
     * How sure it is that somebody does not route an emergency call. Where it rings or is busy, the call arrived; and a call
     * that only says that it is urgent may be that of a nurse or a door station to an extension (RFC 3261, 20.26).
     */
    private static Optional<Certainty> emergency(Refusal refusal, Case examined) {
        if (BUSY.contains(refusal.status()) || refusal.attempt().ringing().isPresent()) {
            return Optional.empty();
        }
        if (any(refusal, request -> begins(request, SOS))) {
            return Optional.of(ABOUT_THE_TARGET.contains(refusal.status()) ? Certainty.CERTAIN : Certainty.LIKELY);
        }
        boolean number = EmergencyService.everywhere(examined.call().to().user());
        boolean possible = !OF_PHONES.contains(refusal.status())
                && (number || any(refusal, RefusedAddress::urgent))
                && !registered(examined);
        return possible ? Optional.of(number ? Certainty.LIKELY : Certainty.POSSIBLE) : Optional.empty();
    }

    private static boolean any(Refusal refusal, Predicate<Message> wanted) {
        return refusal.attempt().hops().stream()
                .flatMap(hop -> hop.request().stream())
                .anyMatch(wanted);
    }

    private static boolean urgent(Message request) {
        return request.header("Priority", "")
                .filter(value -> value.strip().equalsIgnoreCase("emergency"))
                .isPresent();
    }

    /** Few calls are emergencies, so no more is looked at than the first letters. */
    private static boolean begins(Message request, String text) {
        MemorySegment bytes = request.captured().bytes();
        return bytes.byteSize() > text.length()
                && new String(
                                bytes.asSlice(0, text.length()).toArray(ValueLayout.JAVA_BYTE),
                                StandardCharsets.ISO_8859_1)
                        .equalsIgnoreCase(text);
    }

    /** Phones register, and the emergency services do not. */
    private static boolean registered(Case examined) {
        return !examined.circumstances().registrationsOf(examined.call().to()).isEmpty();
    }

    /** Some say 424 where they want a location and there is none; or a proxy that was not captured has put one in. */
    private static Optional<Finding> located(Refusal refusal, Case examined) {
        if (refusal.status() != BAD_LOCATION) {
            return Optional.empty();
        }
        boolean carried =
                any(refusal, request -> request.header("Geolocation", "").isPresent());
        return Optional.of(location(carried ? Certainty.CERTAIN : Certainty.LIKELY, refusal, examined));
    }

    private static Finding location(Certainty certainty, Refusal refusal, Case examined) {
        Optional<String> detail =
                examined.read(refusal.response()).header("Geolocation-Error").map(Header::value);
        Finding.Builder found = about(detail.isPresent() ? LOCATION : NO_DETAIL, certainty, refusal, examined);
        detail.ifPresent(text -> found.with("detail", text));
        return found.found();
    }

    private static Finding.Builder about(Kind kind, Certainty certainty, Refusal refusal, Case examined) {
        return RefusalFinding.about(kind, certainty, refusal, examined).proof(refusal.proof());
    }
}
