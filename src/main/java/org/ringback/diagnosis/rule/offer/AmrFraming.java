package org.ringback.diagnosis.rule.offer;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.ringback.call.Message;
import org.ringback.diagnosis.evidence.Audio;
import org.ringback.diagnosis.evidence.Case;
import org.ringback.diagnosis.evidence.Elapsed;
import org.ringback.diagnosis.evidence.Exchange;
import org.ringback.diagnosis.evidence.Needs;
import org.ringback.diagnosis.evidence.Sign;
import org.ringback.diagnosis.finding.Certainty;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Kind;
import org.ringback.diagnosis.finding.Value;
import org.ringback.diagnosis.finding.Weight;
import org.ringback.diagnosis.rule.Rule;
import org.ringback.flow.CallStream;
import org.ringback.sip.Sdp;

/**
 * AMR that the one side packs octet-aligned and the other bandwidth-efficient: neither can decode the other (RFC 4867, 4.1
 * and 8.3.1). Not given is bandwidth-efficient.
 */
final class AmrFraming implements Rule {

    private static final Kind DIFFERS =
            Kind.of("amr-framing-differs", Weight.TROUBLE, 4867, "8.3.1", "codec", "offered", "answered", "answerer");

    private static final Set<String> AMR = Set.of("AMR", "AMR-WB");

    /** The other three are there in octet-aligned packets only, and say so by that. */
    private static final Pattern ALIGNED = Pattern.compile(
            "\\b(octet-align|crc|robust-sorting)\\s*=\\s*1\\b|\\binterleaving\\s*=", Pattern.CASE_INSENSITIVE);

    private static final Duration LONG = Duration.ofSeconds(60);

    @Override
    public List<Kind> kinds() {
        return List.of(DIFFERS);
    }

    @Override
    public Needs needs() {
        return Needs.all(Sign.CALL, Sign.ANSWERED);
    }

    @Override
    public void examine(Case examined, Consumer<Finding> findings) {
        examined.exchanges().stream()
                .filter(exchange -> exchange.talked() && !understood(exchange))
                .flatMap(exchange -> lastWithSound(exchange).stream())
                .flatMap(round -> look(round, examined).stream())
                .findFirst()
                .ifPresent(findings);
    }

    /** What a later change puts right does no harm. */
    private static Optional<Exchange.Round> lastWithSound(Exchange exchange) {
        return exchange.agreed().stream()
                .filter(round -> !round.soundOn().isEmpty())
                .reduce((_, last) -> last);
    }

    /** Whether sound was captured, and all of it in another codec. */
    private static boolean unused(String codec, Case examined) {
        List<CallStream> heard =
                examined.media().streams().stream().filter(CallStream::sound).toList();
        return !heard.isEmpty()
                && heard.stream()
                        .noneMatch(stream -> stream.stream().payloads().stream()
                                .map(payload -> stream.format(payload.type()))
                                .anyMatch(format -> format.isEmpty()
                                        || format.get().encoding().equalsIgnoreCase(codec)));
    }

    /** Nobody goes on for so long without hearing a word. */
    private static boolean understood(Exchange exchange) {
        return exchange.dialog()
                .answer()
                .flatMap(answer -> exchange.dialog().bye().flatMap(bye -> Elapsed.between(answer, bye)))
                .filter(talk -> talk.compareTo(LONG) >= 0)
                .isPresent();
    }

    private static Optional<Finding> look(Exchange.Round round, Case examined) {
        Message answered = round.answered().orElseThrow();
        for (Audio.Pair pair : round.soundOn()) {
            Optional<Sdp.Format> used = pair.answer().formats().stream().findFirst();
            String codec = used.map(Sdp.Format::encoding).orElse("").toUpperCase(Locale.ROOT);
            if (!AMR.contains(codec)) {
                continue;
            }
            Set<String> offered = framings(pair.offer(), codec);
            String taken = framing(used.get());
            if (!offered.isEmpty()
                    && !offered.contains(taken)
                    && !unused(codec, examined)
                    && examined.whole(round.offered())
                    && examined.whole(answered)) {
                return Optional.of(Finding.about(DIFFERS, sure(used.get()))
                        .proof(answered, round.offered())
                        .with("codec", codec)
                        .with("offered", String.join(", ", offered))
                        .with("answered", taken)
                        .with("answerer", Value.of(answered.captured().source()))
                        .found());
            }
        }
        return Optional.empty();
    }

    /** Phones of mobile networks offer both, each under a payload type of its own. */
    private static Set<String> framings(Sdp.Media media, String codec) {
        Set<String> framings = new TreeSet<>();
        media.formats().stream()
                .filter(format -> format.encoding().equalsIgnoreCase(codec))
                .forEach(format -> framings.add(framing(format)));
        return framings;
    }

    /** Who leaves out all parameters may have meant those of the offer. */
    private static Certainty sure(Sdp.Format taken) {
        return taken.parameters().isBlank() ? Certainty.POSSIBLE : Certainty.LIKELY;
    }

    private static String framing(Sdp.Format format) {
        return ALIGNED.matcher(format.parameters()).find() ? "octet-align=1" : "octet-align=0";
    }
}
