package org.ringback.diagnosis.rule.offer;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.AgreedWay;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Exchange;
import org.ringback.diagnosis.evidence.Fax;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.flow.Side;
import org.ringback.sip.Sdp;

/** Answers to an offer that do not fit it, in calls that were answered all the same (RFC 3264, 6). */
public final class AgreedMedia implements Rule {

    private static final Kind PROFILES_DIFFER =
            Kind.of("profiles-differ", Weight.TROUBLE, 3264, "6", "offered", "answered", "answerer");
    private static final Kind NO_KEY = Kind.of("srtp-without-key", Weight.TROUBLE, 4568, "5.1", "profile", "sender");
    private static final Kind FAMILIES_DIFFER =
            Kind.of("media-ip-versions-differ", Weight.TROUBLE, 6157, null, "offered", "answered", "answerer");
    private static final Kind NO_KEYS_PRESSED = Kind.of("dtmf-not-agreed", Weight.TROUBLE, 4733, null, "answerer");
    private static final Kind KEYS_AS_TONES = Kind.of("dtmf-left-to-tones", Weight.NORMAL, 4733, null, "answerer");
    private static final Kind KEYS_LOST =
            Kind.of("dtmf-not-offered-compressed", Weight.NORMAL, 4733, null, "caller", "codecs");
    private static final Kind NO_ANSWER = Kind.of("sdp-answer-missing", Weight.TROUBLE, 3261, "13.2.1", "answerer");
    private static final Kind NO_ANSWER_IN_ACK =
            Kind.of("ack-without-sdp", Weight.TROUBLE, 3261, "13.2.2.4", "caller", "offered");
    private static final Kind NO_ANSWER_TO_CHANGE =
            Kind.of("change-answer-missing", Weight.TROUBLE, 3264, "8", "method", "asker", "answerer", "media");
    private static final Kind NO_OFFER = Kind.of("sdp-offer-missing", Weight.TROUBLE, 3261, "13.2.1", "answerer");

    /** With 13 kbit/s and less; what carries tones well, G.711 and G.722, is none of them. */
    private static final Pattern FOR_VOICES =
            Pattern.compile("(G\\.?729.*|G723.*|iLBC|GSM|AMR|Speex)(/8000)?", Pattern.CASE_INSENSITIVE);

    /** For analog lines and devices: Grandstream, Cisco, Linksys, AudioCodes, Media5, Poly and emergency phones. */
    private static final Pattern ADAPTER = Pattern.compile(
            "\\bHT[5-8]\\d\\d\\b|\\b(SPA-?[12]\\d{3}|SPA-?1[12]2|PAP2T?|ATA-?\\d*|OBi\\d+|MP-?1\\d\\d|Mediatrix)\\b|\\b(lift|elevator)\\b",
            Pattern.CASE_INSENSITIVE);

    @Override
    public List<Kind> kinds() {
        return List.of(
                PROFILES_DIFFER,
                NO_KEY,
                FAMILIES_DIFFER,
                NO_KEYS_PRESSED,
                KEYS_AS_TONES,
                KEYS_LOST,
                NO_ANSWER,
                NO_ANSWER_IN_ACK,
                NO_ANSWER_TO_CHANGE,
                NO_OFFER);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        for (Exchange exchange : examined.exchanges()) {
            if (exchange.talked()) {
                missing(exchange, examined, findings);
                List<Exchange.Round> rounds = exchange.rounds();
                if (rounds.size() > 1) {
                    rounds.stream()
                            .skip(1)
                            .flatMap(round -> unanswered(round).stream())
                            .findFirst()
                            .ifPresent(findings);
                }
                if (!exchange.agreed().isEmpty()) {
                    agreed(exchange.agreed().getFirst(), examined, findings);
                }
            }
        }
    }

    private static void missing(Exchange exchange, Case examined, Consumer<Finding> findings) {
        exchange.offerless()
                .filter(answer -> !answer.retransmission() && asked(exchange, examined))
                .ifPresent(answer -> findings.accept(Finding.about(NO_OFFER, Certainty.LIKELY)
                        .proof(answer)
                        .with("answerer", Value.of(answer.captured().source()))
                        .found()));
        if (exchange.rounds().isEmpty()) {
            return;
        }
        Exchange.Round round = exchange.rounds().getFirst();
        round.bare().ifPresent(bare -> {
            // What was offered in a reliable provisional response is answered in its PRACK (RFC 3262, 5).
            boolean early = round.offered().provisional();
            if (bare.head().request() && (early || !asked(exchange, examined))) {
                return;
            }
            if (bare.head().request()) {
                findings.accept(Finding.about(NO_ANSWER_IN_ACK, Certainty.CERTAIN)
                        .proof(bare, round.offered())
                        .with("caller", Value.of(bare.captured().source()))
                        .with("offered", Value.of(Audio.codecs(round.offer())))
                        .found());
            } else if (!answeredUnseen(examined)) {
                findings.accept(Finding.about(NO_ANSWER, Certainty.LIKELY)
                        .proof(bare, round.offered())
                        .with("answerer", Value.of(bare.captured().source()))
                        .found());
            }
        });
    }

    /** Whether a PRACK acknowledges a response that was not captured: the answer may stand there (RFC 3262, 5). */
    private static boolean answeredUnseen(Case examined) {
        return examined.requests("PRACK").stream()
                .flatMap(prack -> prack.header("RAck", "").stream())
                .map(numbers -> numbers.strip().split("\\s", 2)[0])
                .anyMatch(number -> examined.responses(Message::provisional).stream()
                        .flatMap(told -> told.header("RSeq", "").stream())
                        .noneMatch(given -> given.strip().equals(number)));
    }

    /** Whether the INVITE is there as it was sent, so that it had no offer. */
    private static boolean asked(Exchange exchange, Case examined) {
        return exchange.dialog().transactions().stream()
                .flatMap(transaction -> transaction.request().stream())
                .filter(request -> request.request("INVITE") && !request.insideDialog())
                .allMatch(examined::whole);
    }

    /** A change that was accepted without saying how: the one side changes over, the other may not. */
    private static Optional<Finding> unanswered(Exchange.Round round) {
        return round.bare()
                .filter(bare -> bare.success() && !bare.retransmission())
                .map(bare -> Finding.about(NO_ANSWER_TO_CHANGE, Certainty.LIKELY)
                        .proof(bare, round.offered())
                        .with("method", bare.head().method())
                        .with("asker", Value.of(round.offered().captured().source()))
                        .with("answerer", Value.of(bare.captured().source()))
                        .with(
                                "media",
                                Value.of(round.offer().media().stream()
                                        .filter(media -> !media.off())
                                        .map(media -> media.kind() + " " + media.protocol())
                                        .distinct()
                                        .toList()))
                        .found());
    }

    private static void agreed(Exchange.Round round, Case examined, Consumer<Finding> findings) {
        Message answered = round.answered().orElseThrow();
        Value answerer = Value.of(answered.captured().source());
        List<Audio.Pair> pairs = round.soundOn();
        if (pairs.isEmpty()) {
            return;
        }
        Audio.Pair pair = pairs.getFirst();
        if (Audio.secure(pair.offer()) != Audio.secure(pair.answer())) {
            findings.accept(Finding.about(PROFILES_DIFFER, Certainty.LIKELY)
                    .proof(answered, round.offered())
                    .with("offered", pair.offer().protocol())
                    .with("answered", pair.answer().protocol())
                    .with("answerer", answerer)
                    .found());
        } else if (Audio.secure(pair.offer())) {
            keys(round, pair, examined, findings);
        }
        if (!flows(examined)) {
            families(round, pair, answerer, findings);
        }
        keysLost(round, pair, examined).ifPresent(findings);
        if (Audio.keys(pair.offer())
                && !Audio.keys(pair.answer())
                && Audio.speaks(pair.answer())
                && AgreedWay.of(round) != AgreedWay.NONE
                && examined.requests("INFO").isEmpty()
                && !fax(examined)) {
            // Where sound is seen both ways the call is well, and nobody need have pressed a key.
            findings.accept(Finding.about(flows(examined) ? KEYS_AS_TONES : NO_KEYS_PRESSED, Certainty.POSSIBLE)
                    .proof(answered, round.offered())
                    .with("answerer", answerer)
                    .found());
        }
    }

    /**
     * Keys can go as tones only, and every codec that may be used is made for voices and breaks tones. Behind an adapter such as
     * these there may be a device that signals by tones; people who only talk need no keys.
     */
    private static Optional<Finding> keysLost(Exchange.Round round, Audio.Pair pair, Case examined) {
        List<String> codecs = Audio.codecs(round.answer().orElseThrow());
        boolean lost = !Audio.keys(pair.answer())
                && !codecs.isEmpty()
                && codecs.stream().allMatch(codec -> FOR_VOICES.matcher(codec).matches())
                && Stream.of(round.offered(), round.answered().orElseThrow()).anyMatch(AgreedMedia::ofAdapter)
                && examined.requests("INFO").isEmpty()
                && !fax(examined)
                && examined.exchanges().stream()
                        .flatMap(exchange -> exchange.rounds().stream())
                        .noneMatch(
                                other -> Audio.streams(other.offer()).stream().anyMatch(Audio::keys));
        return lost
                ? Optional.of(Finding.about(KEYS_LOST, Certainty.POSSIBLE)
                        .proof(round.offered(), round.answered().orElseThrow())
                        .with("caller", Value.of(round.offered().captured().source()))
                        .with("codecs", Value.of(codecs))
                        .found())
                : Optional.empty();
    }

    private static boolean ofAdapter(Message message) {
        return Stream.of("User-Agent", "Server")
                .flatMap(name -> message.headers(name, "").stream())
                .anyMatch(value -> ADAPTER.matcher(value).find());
    }

    /** Whether somebody asked for T.38 in the running call: then machines talk, and press no keys. */
    private static boolean fax(Case examined) {
        return examined.requests("INVITE").stream()
                .filter(Message::insideDialog)
                .anyMatch(
                        change -> examined.read(change).sdp().filter(Fax::alone).isPresent());
    }

    private static void keys(Exchange.Round round, Audio.Pair pair, Case examined, Consumer<Finding> findings) {
        boolean offered = keyed(round.offer(), pair.offer());
        if (offered && keyed(round.answer().orElseThrow(), pair.answer())) {
            return;
        }
        Message without = offered ? round.answered().orElseThrow() : round.offered();
        if (!examined.whole(without)) {
            return;
        }
        findings.accept(Finding.about(NO_KEY, Certainty.LIKELY)
                .proof(without)
                .with("profile", (offered ? pair.answer() : pair.offer()).protocol())
                .with("sender", Value.of(without.captured().source()))
                .found());
    }

    /** SDES, DTLS, MIKEY, ZRTP: RFC 4568, 5763, 4567, 6189. */
    private static boolean keyed(Sdp sdp, Sdp.Media media) {
        return List.of("crypto", "fingerprint", "key-mgmt", "zrtp-hash").stream()
                .anyMatch(name -> Audio.has(media, name) || Audio.has(sdp, name));
    }

    /** Whether packets go both ways: then something translates. */
    private static boolean flows(Case examined) {
        return !examined.media().toward(Side.CALLER).isEmpty()
                && !examined.media().toward(Side.CALLEE).isEmpty();
    }

    private static void families(Exchange.Round round, Audio.Pair pair, Value answerer, Consumer<Finding> findings) {
        var offered = pair.offer().address().filter(address -> !address.nowhere());
        var answered = pair.answer().address().filter(address -> !address.nowhere());
        if (offered.isPresent()
                && answered.isPresent()
                && !offered.get().type().equalsIgnoreCase(answered.get().type())
                && !Audio.ice(round.offer(), pair.offer())
                && !Audio.ice(round.answer().orElseThrow(), pair.answer())) {
            findings.accept(Finding.about(FAMILIES_DIFFER, Certainty.LIKELY)
                    .proof(round.answered().orElseThrow(), round.offered())
                    .with("offered", offered.get().host())
                    .with("answered", answered.get().host())
                    .with("answerer", answerer)
                    .found());
        }
    }
}
