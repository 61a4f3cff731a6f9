package org.ringback.diagnosis.rule.refusal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ringback.call.Attempt;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
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

/** An INVITE that a phone is to answer by itself, for paging or intercom (RFC 5373 and customs), and that it refuses or only rings for. */
final class IntercomRefused implements Rule {

    private static final Kind REFUSED = Kind.of(
                    "intercom-refused", Weight.FAILURE, 5373, "4", "sender", "refuser", "code", "header")
            .unless("codecs-disjoint", "codecs-refused", "srtp-refused", "srtp-required", "media-refused-not-codecs");

    private static final Kind RANG =
            Kind.of("intercom-rang", Weight.TROUBLE, 5373, "4", "sender", "receiver", "rang", "header");

    /** A phone that answers by itself does so sooner, counted from the delay that it was told. */
    private static final Duration LONG = Duration.ofSeconds(8);

    private static final Pattern AUTOMATIC = Pattern.compile("answer-after=|auto[- ]?answer|^\\s*auto\\s*(;|$)");

    /** The same words with the value that takes them back. */
    private static final Pattern OFF = Pattern.compile("auto[- ]?answer\\s*=\\s*\"?(off|no|false|0)\\b");

    private static final Pattern DELAY = Pattern.compile("(?i)(?:answer-after|delay)\\s*=\\s*\"?(\\d{1,4})");

    private static final Pattern ADDRESS = Pattern.compile("<[^>]*>");

    /** What a phone says that does not let itself be opened; that it is busy is told by itself. */
    private static final Set<Integer> NOT_WANTED = Set.of(403, 405, 480, 488, 603);

    @Override
    public List<Kind> kinds() {
        return List.of(REFUSED, RANG);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL).andAny(Sign.REFUSED, Sign.CANCEL);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        examined.refusedCall()
                .filter(refusal -> NOT_WANTED.contains(refusal.status())
                        && refusal.attempt().ringing().isEmpty())
                .flatMap(refusal -> refusal.request()
                        .flatMap(invite -> wish(invite).map(header -> found(refusal, invite, header, examined))))
                .ifPresent(findings);
        examined.setup().stream()
                .reduce((_, last) -> last)
                .flatMap(IntercomRefused::rang)
                .ifPresent(findings);
    }

    /** A phone that rings as for any other call until the caller gives up. */
    private static Optional<Finding> rang(Attempt attempt) {
        Optional<Message> ringing = attempt.ringing();
        Optional<Message> cancel = attempt.cancel();
        Optional<Message> invite = attempt.request();
        if (ringing.isEmpty() || cancel.isEmpty() || invite.isEmpty() || attempt.accepted()) {
            return Optional.empty();
        }
        return Elapsed.between(ringing.get(), cancel.get())
                .filter(rang -> everyHopAsks(attempt))
                .flatMap(rang -> wish(invite.get())
                        .filter(header -> rang.compareTo(delay(header).plus(LONG)) >= 0)
                        .map(header -> Finding.about(RANG, Certainty.LIKELY)
                                .proof(cancel.get(), invite.get(), ringing.get())
                                .with("sender", Value.of(invite.get().captured().source()))
                                .with(
                                        "receiver",
                                        Value.of(ringing.get().captured().source()))
                                .with("rang", Value.of(rang))
                                .with("header", header)
                                .found()));
    }

    /** The header that asks for it. */
    private static Optional<String> wish(Message invite) {
        return Stream.of("Call-Info", "Alert-Info", "Answer-Mode", "Priv-Answer-Mode")
                .flatMap(name -> invite.headers(name, "").stream()
                        .filter(IntercomRefused::byItself)
                        .map(value -> name + ": " + value.strip()))
                .findFirst();
    }

    private static boolean byItself(String value) {
        String small = value.toLowerCase(Locale.ROOT);
        // A file with a tone may be called after the door intercom, and a host after its maker.
        return !OFF.matcher(small).find()
                && (AUTOMATIC.matcher(small).find()
                        || ADDRESS.matcher(small).replaceAll("").contains("intercom"));
    }

    /** A proxy may have taken off the header for which the phone would have answered. */
    private static boolean everyHopAsks(Attempt attempt) {
        return attempt.hops().stream()
                .flatMap(hop -> hop.request().stream())
                .allMatch(invite -> wish(invite).isPresent());
    }

    /** For how long the phone is to ring before it answers by itself. */
    private static Duration delay(String header) {
        Matcher told = DELAY.matcher(header);
        return told.find() ? Duration.ofSeconds(Long.parseLong(told.group(1))) : Duration.ZERO;
    }

    private static Finding found(Refusal refusal, Message invite, String header, Case examined) {
        return RefusalFinding.about(REFUSED, Certainty.LIKELY, refusal, examined)
                .proof(refusal.response(), invite)
                .with("sender", Value.of(invite.captured().source()))
                .with("header", header)
                .found();
    }
}
