package org.ringback.diagnosis.rule.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Exchange;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Origins;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.evidence.Whole;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.sip.Sdp;

/** Keys that are pressed and do not arrive: DTMF as INFO that is refused, or as events with numbers that differ (RFC 4733). */
final class KeyPresses implements Rule {

    private static final Kind INFO_REFUSED = Kind.of(
            "dtmf-info-refused", Weight.TROUBLE, 4733, null, "sender", "refuser", "code", "type", "times", "agreed");
    private static final Kind INFO_ONLY = Kind.of(
            "dtmf-info-refused-no-other-way", Weight.TROUBLE, 4733, null, "sender", "refuser", "code", "type", "times");
    private static final Kind NUMBERS =
            Kind.of("dtmf-numbers-differ", Weight.NORMAL, 3264, "6.1", "answerer", "offered", "answered");
    private static final Kind NOT_OFFERED =
            Kind.of("dtmf-not-offered", Weight.NORMAL, 4733, null, "offerer", "answerer");

    /** Names of bodies with keys: Cisco's relay, which most know, and others. */
    private static final Set<String> KEYS = Set.of(
            "application/dtmf-relay",
            "application/dtmf",
            "audio/telephone-event",
            "application/vnd.nortelnetworks.digits");

    /** A call that is gone and a request that crosses another one are no word about keys. */
    private static final Set<Integer> ELSEWHERE = Set.of(401, 407, 408, 481, 491);

    @Override
    public List<Kind> kinds() {
        return List.of(INFO_REFUSED, INFO_ONLY, NUMBERS, NOT_OFFERED);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        if (!examined.requests("INFO").isEmpty()) {
            infos(examined).ifPresent(findings);
        }
        for (Exchange exchange : examined.exchanges()) {
            if (exchange.talked()) {
                if (!exchange.agreed().isEmpty()) {
                    Exchange.Round first = exchange.agreed().getFirst();
                    events(first, examined)
                            .filter(_ -> Whole.is(first, examined))
                            .ifPresent(findings);
                }
            }
        }
    }

    private static Optional<Finding> infos(Case examined) {
        List<Attempt> refused = examined.attempts("INFO").stream()
                .filter(attempt -> attempt.request().filter(KeyPresses::keys).isPresent()
                        && attempt.finalResponse()
                                .map(told -> told.head().status())
                                .filter(status -> status >= 300 && !ELSEWHERE.contains(status))
                                .isPresent())
                .toList();
        boolean taken = examined.attempts("INFO").stream()
                .anyMatch(attempt -> attempt.request().filter(KeyPresses::keys).isPresent() && attempt.accepted());
        return refused.isEmpty() || taken ? Optional.empty() : infos(refused, examined);
    }

    private static Optional<Finding> infos(List<Attempt> refused, Case examined) {
        Attempt last = refused.getLast();
        Message response = last.finalResponse().orElseThrow();
        Message info = last.request().orElseThrow();
        Origin origin = Origins.of(response, examined);
        List<Audio.Pair> sound = sound(info, examined);
        if (sound.isEmpty()) {
            // Where no sound was seen to be agreed on, nobody knows whether keys have another way.
            return Optional.empty();
        }
        Optional<String> agreed = sound.stream()
                .filter(pair -> Audio.keys(pair.offer()) && Audio.keys(pair.answer()))
                .map(pair -> numbers(pair.answer()))
                .map(numbers -> "telephone-event " + String.join(", ", numbers))
                .findFirst();
        Finding.Builder found = Finding.about(agreed.isPresent() ? INFO_REFUSED : INFO_ONLY, Certainty.CERTAIN)
                .proof(response, info)
                .saidBy(origin)
                .with("sender", Value.of(info.captured().source()))
                .with("refuser", Value.of(origin.firstSaidBy()))
                .with("code", examined.code(response))
                .with("type", type(info))
                .with("times", Value.of(refused.size()));
        agreed.ifPresent(text -> found.with("agreed", text));
        return Optional.of(found.found());
    }

    /** What was agreed on for sound in the dialog of an INFO. */
    private static List<Audio.Pair> sound(Message info, Case examined) {
        Set<String> tags = Set.copyOf(List.of(info.head().fromTag(), info.head().toTag()));
        return examined.exchanges().stream()
                .filter(exchange -> tags.contains(exchange.dialog().callerTag())
                        && tags.contains(exchange.dialog().calleeTag()))
                .flatMap(exchange -> exchange.agreed().stream())
                .filter(round -> Whole.is(round, examined))
                .flatMap(round -> round.sound().stream())
                .filter(Audio.Pair::on)
                .toList();
    }

    private static boolean keys(Message info) {
        return KEYS.contains(type(info));
    }

    private static String type(Message info) {
        String type = info.header("Content-Type", "c").orElse("").strip().toLowerCase(Locale.ROOT);
        int parameters = type.indexOf(';');
        return parameters < 0 ? type : type.substring(0, parameters).strip();
    }

    private static Optional<Finding> events(Exchange.Round round, Case examined) {
        Optional<Audio.Pair> pair = round.firstOn();
        if (pair.isEmpty() || !examined.requests("INFO").isEmpty()) {
            return Optional.empty();
        }
        Message answer = round.answered().orElseThrow();
        List<String> offered = numbers(pair.get().offer());
        List<String> answered = numbers(pair.get().answer());
        if (offered.isEmpty() && !answered.isEmpty()) {
            return Optional.of(Finding.about(NOT_OFFERED, Certainty.POSSIBLE)
                    .proof(round.offered(), answer)
                    .with("offerer", Value.of(round.offered().captured().source()))
                    .with("answerer", Value.of(answer.captured().source()))
                    .found());
        }
        boolean differ =
                !offered.isEmpty() && !answered.isEmpty() && answered.stream().noneMatch(offered::contains);
        return differ
                ? Optional.of(Finding.about(NUMBERS, Certainty.CERTAIN)
                        .proof(answer, round.offered())
                        .with("answerer", Value.of(answer.captured().source()))
                        .with("offered", Value.of(offered))
                        .with("answered", Value.of(answered))
                        .found())
                : Optional.empty();
    }

    private static List<String> numbers(Sdp.Media media) {
        List<String> numbers = new ArrayList<>(1);
        for (Sdp.Format format : media.formats()) {
            if (format.encoding().equalsIgnoreCase("telephone-event")) {
                numbers.add(format.format());
            }
        }
        return numbers;
    }
}
