package org.ringback.diagnosis.rule.refusal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.ringback.call.Call;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Refusal;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.RefusalFinding;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.sip.SipMessage;

/** A request refused for its size (RFC 3261, 21.4.11 and 21.5.7), or for a state that the server has forgotten (RFC 3903, 6). */
final class RefusedMessage implements Rule {

    private static final Kind TOO_LARGE =
            Kind.of("message-too-large", Weight.FAILURE, 3261, "21.5.7", "refuser", "code", "method", "size", "body");
    private static final Kind FORGOTTEN =
            Kind.of("publication-forgotten", Weight.FAILURE, 3903, "6", "refuser", "code", "tag");

    private static final Kind ANEW = Kind.of(
                    "publication-made-anew", Weight.NORMAL, 3903, "6", "refuser", "code", "tag")
            .settling();

    /** A device that begins anew does so at once or at its next turn. Microseconds. */
    private static final long SOON = 120_000_000;

    private static final Set<Integer> FOR_SIZE = Set.of(413, 513);

    /** Kamailio's sample configuration says it with a 403. */
    private static final Pattern SIZE =
            Pattern.compile("(message|request|body|entity|packet)( is)? too (large|big|long)");

    private static final int CONDITION_FAILED = 412;

    @Override
    public List<Kind> kinds() {
        return List.of(TOO_LARGE, FORGOTTEN, ANEW);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        examined.refusal()
                .flatMap(refusal -> refusal.request().flatMap(request -> judge(refusal, request, examined)))
                .ifPresent(findings);
    }

    private static Optional<Finding> judge(Refusal refusal, Message request, Case examined) {
        if (FOR_SIZE.contains(refusal.status()) || saysSize(refusal.response(), examined)) {
            SipMessage asked = examined.read(request);
            return Optional.of(about(TOO_LARGE, refusal, request, examined)
                    .with("method", request.head().method())
                    .with("size", Value.of(request.captured().bytes().byteSize()))
                    .with("body", Value.of(asked.body().to() - asked.body().from()))
                    .found());
        }
        return refusal.status() == CONDITION_FAILED
                ? request.header("SIP-If-Match", "")
                        .map(tag -> about(
                                        anew(refusal, request, examined) ? ANEW : FORGOTTEN, refusal, request, examined)
                                .with("tag", tag)
                                .found())
                : Optional.empty();
    }

    /** Whether the same device began anew under another Call-ID, and was taken (RFC 3903, 4.1). */
    private static boolean anew(Refusal refusal, Message request, Case examined) {
        Call own = examined.call();
        return examined.circumstances().begunAfter(refusal.response(), SOON).stream()
                .filter(call -> call != own
                        && call.method().equals("PUBLISH")
                        && call.to().equals(own.to())
                        && call.opening().header("SIP-If-Match", "").isEmpty()
                        && call.opening().header("Event", "o").equals(request.header("Event", "o"))
                        && call.opening()
                                .captured()
                                .source()
                                .equals(request.captured().source()))
                .flatMap(call -> call.messages().stream())
                .anyMatch(Message::success);
    }

    private static boolean saysSize(Message response, Case examined) {
        return response.head().status() >= 400
                && SIZE.matcher(examined.read(response).phrase().toLowerCase(Locale.ROOT))
                        .find();
    }

    private static Finding.Builder about(Kind kind, Refusal refusal, Message request, Case examined) {
        // Behind a proxy another device of the same user may be the one that published.
        return RefusalFinding.about(kind, kind.equals(ANEW) ? Certainty.LIKELY : Certainty.CERTAIN, refusal, examined)
                .proof(refusal.response(), request);
    }
}
