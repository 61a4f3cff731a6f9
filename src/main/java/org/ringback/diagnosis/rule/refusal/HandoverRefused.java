package org.ringback.diagnosis.rule.refusal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringback.call.Call;
import org.ringback.call.CallNumber;
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
import org.ringback.sip.NameAddr;
import org.ringback.sip.Sdp;
import org.ringback.sip.SipMessage;
import org.ringback.sip.SipUri;

/**
 * The INVITE by which an MSC server takes over a running call of a mobile phone that leaves LTE or 5G (SRVCC, 3GPP TS 24.237,
 * 12.6), refused: to the transfer number STN-SR, in the name of the subscriber.
 */
final class HandoverRefused implements RefusalRule {

    private static final Kind NUMBER = kind("handover-number-unknown");
    private static final Kind REFUSED = kind("handover-refused");

    /** The number is not known, or not known any more (RFC 3261, 21.4.5, 21.4.9, 21.4.22 and 21.6.3). */
    private static final Set<Integer> UNKNOWN_NUMBER = Set.of(404, 410, 484, 604);

    /** How operators name the number where it is not a bare number. */
    private static final Pattern TRANSFER_NUMBER = Pattern.compile("(?i)\\be?-?stn-?_?sr\\b|\\bsrvcc\\b");

    /** What networks and phones that can do it write into Contact, Accept, Recv-Info and Supported; phones in any call. */
    private static final Pattern MARK = Pattern.compile(
            "(?i)g\\.3gpp\\.(srvcc|ps2cs-srvcc|cs2ps-srvcc|mid-call)|vnd\\.3gpp\\.(srvcc|ps-to-cs|mid-call)");

    private static Kind kind(String id) {
        return Kind.of(id, Weight.FAILURE, 3261, "21.4.5", "refuser", "code", "sender", "target", "subscriber");
    }

    @Override
    public List<Kind> kinds() {
        return List.of(NUMBER, REFUSED);
    }

    @Override
    public Optional<Finding> judge(Refusal refusal, Case examined) {
        return refusal.attempt().ringing().isPresent()
                ? Optional.empty()
                : refusal.request()
                        .filter(invite -> handsOver(examined.read(invite), refusal, examined))
                        .map(invite -> found(refusal, invite, examined));
    }

    private static boolean handsOver(SipMessage invite, Refusal refusal, Case examined) {
        String target = SipUri.unescaped(refusal.target(examined));
        return TRANSFER_NUMBER.matcher(target).find()
                || invite.to()
                        .filter(to -> TRANSFER_NUMBER.matcher(to.uri().user()).find())
                        .isPresent()
                || (marked(invite) && talks(invite, examined));
    }

    private static boolean marked(SipMessage invite) {
        // A phone itself says by which radio it calls (RFC 7315, 4.4).
        return invite.headers("P-Access-Network-Info").isEmpty()
                && Stream.of("Contact", "Accept", "Recv-Info", "Supported", "Content-Type")
                        .flatMap(name -> invite.headers(name).stream())
                        .anyMatch(header -> MARK.matcher(header.value()).find());
    }

    /** Whether the subscriber is in another call at that moment, which is the one to be taken over. */
    private static boolean talks(SipMessage invite, Case examined) {
        Call own = examined.call();
        String subscriber = CallNumber.plain(subscriber(invite));
        return !subscriber.isEmpty()
                && examined.circumstances().others().ofCaller(subscriber(invite), own.start()).stream()
                        .anyMatch(call -> call != own
                                && call.answer()
                                        .filter(told -> told.time() <= own.start())
                                        .isPresent()
                                && call.end() >= own.start()
                                && !holds(call, own.start()));
    }

    /** Whoever has put the other side on hold calls somebody else by hand. */
    private static boolean holds(Call call, long time) {
        return call.messages().stream()
                .filter(message -> message.time() < time && message.head().request() && message.insideDialog())
                .flatMap(message -> Sdp.in(message.captured().bytes()).stream())
                .reduce((_, last) -> last)
                .filter(last -> last.media().stream()
                        .anyMatch(media -> media.kind().equalsIgnoreCase("audio")
                                && (media.direction() == Sdp.Direction.SENDONLY
                                        || media.direction() == Sdp.Direction.INACTIVE)))
                .isPresent();
    }

    private static String subscriber(SipMessage invite) {
        return invite.addresses("P-Asserted-Identity").stream()
                .map(NameAddr::uri)
                .map(SipUri::user)
                .filter(user -> !user.isEmpty())
                .findFirst()
                .or(() -> invite.from().map(from -> from.uri().user()))
                .orElse("");
    }

    private static Finding found(Refusal refusal, Message invite, Case examined) {
        String subscriber = subscriber(examined.read(invite));
        Kind kind = UNKNOWN_NUMBER.contains(refusal.status()) ? NUMBER : REFUSED;
        return RefusalFinding.about(kind, Certainty.LIKELY, refusal, examined)
                .proof(refusal.response(), invite)
                .with("sender", Value.of(invite.captured().source()))
                .with("target", refusal.target(examined))
                .with("subscriber", subscriber.isEmpty() ? new Value.Unknown() : Value.of(subscriber))
                .found();
    }
}
