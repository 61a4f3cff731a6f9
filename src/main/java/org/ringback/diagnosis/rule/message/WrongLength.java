package org.ringback.diagnosis.rule.message;

import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured.Counted;
import org.ringback.capture.wire.Transport;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.evidence.Whole;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.sip.Fault;
import org.ringback.sip.Header;
import org.ringback.sip.SipMessage;

/** A datagram that was refused and whose Content-Length is not the length of its body (RFC 3261, 18.3 and 20.14). */
final class WrongLength implements Rule {

    private static final Kind TOO_LONG = Kind.of(
            "content-length-too-long", Weight.FAILURE, 3261, "18.3", "method", "sender", "length", "there", "code");
    private static final Kind TOO_SHORT =
            Kind.of("content-length-too-short", Weight.FAILURE, 3261, "18.3", "method", "sender", "length", "code");

    /** What servers say about a body that they cannot read. */
    private static final Pattern WORDS =
            Pattern.compile("sdp|body|content.?length|malformed|parse|syntax", Pattern.CASE_INSENSITIVE);

    @Override
    public List<Kind> kinds() {
        return List.of(TOO_LONG, TOO_SHORT);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.REFUSED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Attempt attempt : examined.attempts()) {
            attempt.finalResponse()
                    .filter(told -> aboutForm(told, examined))
                    .flatMap(told -> attempt.request().flatMap(request -> judge(request, told, examined)))
                    .ifPresent(findings);
        }
    }

    private static boolean aboutForm(Message told, Case examined) {
        int status = told.head().status();
        return status == 400
                || (status > 400 && WORDS.matcher(examined.read(told).phrase()).find());
    }

    private static Optional<Finding> judge(Message request, Message told, Case examined) {
        var captured = request.captured();
        if (captured.transport() != Transport.UDP
                || captured.counted() != Counted.PACKETS
                || Whole.cut(request, examined.circumstances())) {
            return Optional.empty();
        }
        SipMessage read = examined.read(request);
        Optional<String> length = read.header("Content-Length").map(Header::value);
        if (length.isEmpty()) {
            return Optional.empty();
        }
        if (read.doubts().stream().anyMatch(doubt -> doubt.fault() == Fault.CUT_BODY)) {
            return Optional.of(about(TOO_LONG, Certainty.CERTAIN, request, told, length.get(), examined)
                    .with("there", Value.of(read.body().to() - read.body().from()))
                    .found());
        }
        return breaksOff(read)
                ? Optional.of(about(TOO_SHORT, Certainty.LIKELY, request, told, length.get(), examined)
                        .found())
                : Optional.empty();
    }

    /** Whether a session description ends within a line. */
    private static boolean breaksOff(SipMessage read) {
        boolean empty = read.body().to() == read.body().from();
        boolean described = read.contentType()
                .filter(type -> type.subtype().equalsIgnoreCase("sdp"))
                .isPresent();
        if (!described || empty) {
            return false;
        }
        byte last = read.bytes().get(ValueLayout.JAVA_BYTE, read.body().to() - 1L);
        return last != '\n' && last != '\r';
    }

    private static Finding.Builder about(
            Kind kind, Certainty certainty, Message request, Message told, String length, Case examined) {
        return Finding.about(kind, certainty)
                .proof(request, told)
                .saidBy(Origins.of(told, examined))
                .with("method", request.head().method())
                .with("sender", Value.of(request.captured().source()))
                .with("length", length)
                .with("code", examined.code(told));
    }
}
