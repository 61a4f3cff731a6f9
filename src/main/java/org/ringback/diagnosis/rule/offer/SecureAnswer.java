package org.ringback.diagnosis.rule.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Exchange;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.SecureMedia;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.evidence.Whole;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.sip.MessageHead;
import org.ringback.sip.OfferAnswer.Side;
import org.ringback.sip.Sdp;

/** Encrypted sound to which both agreed in words, though the answer lacks or turns round what it needs. */
final class SecureAnswer implements Rule {

    private static final Kind OTHER_SUITE =
            Kind.of("crypto-suite-not-offered", Weight.TROUBLE, 4568, "5.1.2", "answerer", "offered", "answered");
    private static final Kind SETUP = Kind.of(
                    "dtls-setup-wrong", Weight.TROUBLE, 5763, "5", "answerer", "offered", "answered")
            .unless("dtls-both-begin", "dtls-both-wait");
    private static final Kind INCOMPLETE =
            Kind.of("webrtc-answer-incomplete", Weight.TROUBLE, 8839, "4.2.5", "answerer", "missing");

    private static final Set<String> ROLES = Set.of("active", "passive");

    @Override
    public List<Kind> kinds() {
        return List.of(OTHER_SUITE, SETUP, INCOMPLETE);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Exchange exchange : examined.exchanges()) {
            if (exchange.talked()) {
                List<Exchange.Round> agreed = exchange.agreed();
                first(agreed, SecureAnswer::suite, examined).ifPresent(findings);
                if (overDtls(agreed)) {
                    first(associating(exchange), SecureAnswer::setup, examined).ifPresent(findings);
                }
                first(agreed, SecureAnswer::incomplete, examined).ifPresent(findings);
            }
        }
    }

    private static boolean overDtls(List<Exchange.Round> rounds) {
        for (Exchange.Round round : rounds) {
            for (Sdp.Media media : round.offer().media()) {
                if (SecureMedia.dtls(round.offer(), media)) {
                    return true;
                }
            }
        }
        return false;
    }

    private interface Look {
        Optional<Finding> at(Exchange.Round round, Audio.Pair pair);
    }

    /** What is wrong in one round is mostly wrong in all. */
    private static Optional<Finding> first(List<Exchange.Round> rounds, Look look, Case examined) {
        for (Exchange.Round round : rounds) {
            Optional<Finding> found = round.firstOn().flatMap(pair -> look.at(round, pair));
            if (found.isPresent() && Whole.is(round, examined)) {
                return found;
            }
        }
        return Optional.empty();
    }

    /**
     * The rounds after which a handshake is due: the first of the call, and those with a fingerprint that its side did not have
     * before. In all others the association stays as it is, whatever roles they repeat (RFC 8842, 3.1).
     */
    private static List<Exchange.Round> associating(Exchange exchange) {
        List<Exchange.Round> agreed = exchange.agreed();
        List<Exchange.Round> due = new ArrayList<>();
        for (int i = 0; i < agreed.size(); i++) {
            if (i == 0 ? opens(agreed.getFirst(), exchange) : renewed(agreed.get(i - 1), agreed.get(i))) {
                due.add(agreed.get(i));
            }
        }
        return due;
    }

    /** Whether nothing was agreed on before it: what a capture shows first may be a refresh in the middle of a call. */
    private static boolean opens(Exchange.Round round, Exchange exchange) {
        MessageHead offered = round.offered().head();
        return exchange.dialog().transactions().stream()
                .flatMap(transaction -> transaction.request().stream())
                .anyMatch(request -> request.request("INVITE")
                        && !request.insideDialog()
                        && request.head().cseq() == offered.cseq()
                        && offered.method().equals("INVITE"));
    }

    private static boolean renewed(Exchange.Round before, Exchange.Round now) {
        return Stream.of(Side.values())
                .anyMatch(side -> !fingerprints(before, side).containsAll(fingerprints(now, side)));
    }

    private static Set<String> fingerprints(Exchange.Round round, Side side) {
        return round.offerer() == side
                ? SecureMedia.fingerprints(round.offer())
                : round.answer().map(SecureMedia::fingerprints).orElse(Set.of());
    }

    private static Optional<Finding> suite(Exchange.Round round, Audio.Pair pair) {
        List<String> offered = SecureMedia.suites(pair.offer());
        List<String> answered = SecureMedia.suites(pair.answer());
        boolean other = !offered.isEmpty()
                && !answered.isEmpty()
                && Audio.secure(pair.offer())
                && Audio.secure(pair.answer())
                && !SecureMedia.shared(offered, answered);
        return other
                ? Optional.of(about(OTHER_SUITE, Certainty.CERTAIN, round)
                        .with("offered", Value.of(offered))
                        .with("answered", Value.of(answered))
                        .found())
                : Optional.empty();
    }

    /** Who answers has to choose: both waiting or both calling is no handshake (RFC 5763, 5). */
    private static Optional<Finding> setup(Exchange.Round round, Audio.Pair pair) {
        Sdp answer = round.answer().orElseThrow();
        if (!SecureMedia.dtls(round.offer(), pair.offer()) || !SecureMedia.dtls(answer, pair.answer())) {
            return Optional.empty();
        }
        Optional<String> offered = SecureMedia.attribute(round.offer(), pair.offer(), "setup");
        Optional<String> answered = SecureMedia.attribute(answer, pair.answer(), "setup");
        boolean wrong = answered.filter(role -> !ROLES.contains(role)
                        || (ROLES.contains(offered.orElse(""))
                                && offered.orElse("").equals(role)))
                .isPresent();
        return wrong
                ? Optional.of(about(SETUP, Certainty.LIKELY, round)
                        .with("offered", "a=setup:" + offered.orElse("-"))
                        .with("answered", "a=setup:" + answered.orElse("-"))
                        .found())
                : Optional.empty();
    }

    /** Browsers need ICE and one port for RTP and RTCP, however well the rest fits (RFC 8839, RFC 5761). */
    private static Optional<Finding> incomplete(Exchange.Round round, Audio.Pair pair) {
        Sdp answer = round.answer().orElseThrow();
        boolean browser = pair.offer().protocol().toUpperCase(Locale.ROOT).contains("TLS/RTP/SAVP")
                && SecureMedia.dtls(round.offer(), pair.offer())
                && Audio.secure(pair.answer());
        if (!browser) {
            return Optional.empty();
        }
        List<String> missing = new ArrayList<>();
        boolean noIce = Audio.ice(round.offer(), pair.offer()) && !Audio.ice(answer, pair.answer());
        if (noIce) {
            missing.add("a=ice-ufrag, a=ice-pwd, a=candidate");
        }
        if (Audio.has(pair.offer(), "rtcp-mux") && !Audio.has(pair.answer(), "rtcp-mux")) {
            missing.add("a=rtcp-mux");
        }
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(about(INCOMPLETE, noIce ? Certainty.LIKELY : Certainty.POSSIBLE, round)
                        .with("missing", Value.of(missing))
                        .found());
    }

    private static Finding.Builder about(Kind kind, Certainty certainty, Exchange.Round round) {
        Message answered = round.answered().orElseThrow();
        return Finding.about(kind, certainty)
                .proof(answered, round.offered())
                .with("answerer", Value.of(answered.captured().source()));
    }
}
