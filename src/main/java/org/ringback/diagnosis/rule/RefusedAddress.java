package org.ringback.diagnosis.rule;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.sip.Header;

/** Calls refused for the kind of their address, or for where the caller is: emergency calls above all. */
final class RefusedAddress implements Rule {

    private static final Kind EMERGENCY =
            Kind.of("emergency-call-refused", Weight.FAILURE, 5031, "4.2", "refuser", "code", "target");
    private static final Kind LOCATION =
            Kind.of("location-refused", Weight.FAILURE, 6442, "4.3", "refuser", "code", "detail");
    private static final Kind NO_DETAIL =
            Kind.of("location-refused-unsaid", Weight.FAILURE, 6442, "4.3", "refuser", "code");
    private static final Kind SCHEME =
            Kind.of("scheme-refused", Weight.FAILURE, 3261, "21.4.14", "refuser", "code", "target");

    private static final String SOS = "INVITE urn:service:sos";

    /** What every mobile phone takes for an emergency number (3GPP TS 22.101, 10.1.1). */
    private static final Set<String> EVERYWHERE = Set.of("112", "911");

    /** No answer, away, busy, declined. */
    private static final Set<Integer> OF_PHONES = Set.of(408, 480, 486, 600, 603);

    private static final int BAD_LOCATION = 424;
    private static final int UNSUPPORTED_SCHEME = 416;

    @Override
    public List<Kind> kinds() {
        return List.of(EMERGENCY, LOCATION, NO_DETAIL, SCHEME);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        examined.refusedCall().flatMap(refusal -> judge(refusal, examined)).ifPresent(findings);
    }

    private static Optional<Finding> judge(Refusal refusal, Case examined) {
        if (refusal.status() == BAD_LOCATION) {
            return Optional.of(location(refusal, examined));
        }
        boolean marked = marked(refusal);
        if (marked || emergencyNumber(refusal, examined)) {
            return Optional.of(aimed(EMERGENCY, marked ? Certainty.CERTAIN : Certainty.LIKELY, refusal, examined));
        }
        return refusal.status() == UNSUPPORTED_SCHEME
                ? Optional.of(aimed(SCHEME, Certainty.CERTAIN, refusal, examined))
                : Optional.empty();
    }

    private static Finding aimed(Kind kind, Certainty certainty, Refusal refusal, Case examined) {
        String target = refusal.target(examined);
        return about(kind, certainty, refusal, examined)
                .with("target", target.isEmpty() ? new Value.Unknown() : Value.of(target))
                .found();
    }

    /** Marked as an emergency call (RFC 5031, 4.2; RFC 3261, 20.26). */
    private static boolean marked(Refusal refusal) {
        return refusal.attempt().hops().stream()
                .flatMap(hop -> hop.request().stream())
                .anyMatch(request -> begins(request, SOS)
                        || request.header("Priority", "")
                                .filter(value -> value.strip().equalsIgnoreCase("emergency"))
                                .isPresent());
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

    /** A phone with such an extension rings, is busy, or is registered; the emergency services are none of these. */
    private static boolean emergencyNumber(Refusal refusal, Case examined) {
        return EVERYWHERE.contains(examined.call().to().user())
                && !OF_PHONES.contains(refusal.status())
                && refusal.attempt().ringing().isEmpty()
                && examined.circumstances()
                        .registrationsOf(examined.call().to())
                        .isEmpty();
    }

    private static Finding location(Refusal refusal, Case examined) {
        Optional<String> detail =
                examined.read(refusal.response()).header("Geolocation-Error").map(Header::value);
        Finding.Builder found = about(detail.isPresent() ? LOCATION : NO_DETAIL, Certainty.CERTAIN, refusal, examined);
        detail.ifPresent(text -> found.with("detail", text));
        return found.found();
    }

    private static Finding.Builder about(Kind kind, Certainty certainty, Refusal refusal, Case examined) {
        List<Message> proof = new ArrayList<>(List.of(refusal.response()));
        refusal.attempt().request().ifPresent(proof::add);
        return Finding.about(kind, certainty)
                .proof(proof)
                .saidBy(refusal.origin())
                .with("refuser", Value.of(refusal.origin().firstSaidBy()))
                .with("code", examined.code(refusal.response()));
    }
}
